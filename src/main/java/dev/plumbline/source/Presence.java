package dev.plumbline.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the seldom kinds a database has at all, asked for all of them with one statement: most databases have no
 * operators, policies or publications of their own, and need not be asked for each.
 */
final class Presence {

    private final List<String> sources;
    private @Nullable Set<String> empty;
    private Reading.@Nullable Statement statement;

    /** @param sources what may stand behind {@code from}; empty ones are left out */
    Presence(List<String> sources) {
        this.sources = sources.stream().filter(s -> !s.isEmpty()).distinct().toList();
    }

    /** Whether nothing is selected from a source; the first question asks for all of them. */
    synchronized boolean isEmpty(Lane lane, String source) {
        if (source.isEmpty() || !lane.dialect().judgesPresence()) {
            return false;
        }
        if (empty == null) {
            empty = ask(lane);
        }
        return empty.contains(source);
    }

    /** What was sent, if anything was, and answered. */
    synchronized Optional<Reading.Statement> statement() {
        return Optional.ofNullable(statement);
    }

    /** Where that may not be asked, nothing is known to be empty, and each query is judged by itself. */
    private Set<String> ask(Lane lane) {
        String text = lane.dialect()
                .fill(sources.stream()
                        .map(source -> "exists (select from " + source + ")")
                        .collect(Collectors.joining(",\n       ", "select ", "")));
        long start = System.nanoTime();
        try (java.sql.Statement sent = lane.connection().createStatement();
                ResultSet row = JdbcCatalog.rows(sent, lane.dialect().first() + text)) {
            row.next();
            Set<String> none = new HashSet<>();
            for (int i = 0; i < sources.size(); i++) {
                if (!row.getBoolean(i + 1)) {
                    none.add(sources.get(i));
                }
            }
            statement = new Reading.Statement("presence", text, 1, (System.nanoTime() - start) / 1_000);
            return none;
        } catch (SQLException e) {
            return Set.of();
        }
    }
}
