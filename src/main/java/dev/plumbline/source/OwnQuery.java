package dev.plumbline.source;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that a user adds to the catalogue, as a kind of fact of its own. It has the form of the program's own query
 * files and is sent over the same read-only session with the same time-outs.
 *
 * @param file its header and text
 * @param shown where it stands, for messages
 */
public record OwnQuery(QueryFile file, String shown) {

    /** More rows than a catalogue has are data, which is not read. */
    public static final int MOST_ROWS = 100_000;

    private static final Set<String> READING = Set.of("SELECT", "WITH", "SHOW", "VALUES", "TABLE");

    /**
     * Reads a file.
     *
     * @param taken kinds that there are already
     * @return nothing if it is faulty, which {@code problems} then say
     */
    public static Optional<OwnQuery> read(Path path, String shown, String engine, Kinds taken, List<Problem> problems) {
        int before = problems.size();
        String name = String.valueOf(path.getFileName());
        if (!name.matches("[a-z][a-z0-9_]*\\.(sql|cql)")) {
            problems.add(new Problem(
                    shown, "the file's name is that of the kind", "write for instance cron_job.sql, in snake_case"));
            return Optional.empty();
        }
        QueryFile file;
        try {
            file = QueryFile.parse(name, Files.readString(path));
            Kind kind = file.kind();
            if (kind.anyParent() || !kind.parents().isEmpty() || file.each().isPresent()) {
                problems.add(new Problem(
                        shown, "the lines 'parent:' and 'each:' are not for queries of your own", "remove them"));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(
                    shown,
                    String.valueOf(e.getMessage()).replaceFirst("^" + name.replace(".", "\\.") + ":? ?", ""),
                    "docs/configuration.md shows a whole file"));
            return Optional.empty();
        } catch (IOException e) {
            problems.add(new Problem(shown, "cannot be read: " + e.getMessage(), "check the path"));
            return Optional.empty();
        }
        if (taken.find(file.kindName()).isPresent()) {
            problems.add(new Problem(
                    shown, "the kind '" + file.kindName() + "' is the program's own", "give the file another name"));
        }
        taken.all().stream()
                .filter(kind -> kind.plural().equals(file.kind().plural()))
                .forEach(kind -> problems.add(new Problem(
                        shown,
                        "the plural '" + kind.plural() + "' is that of the kind '" + kind.name() + "'",
                        "write another one")));
        if (problems.size() == before) {
            checkText(file, shown, engine, problems);
        }
        return problems.size() == before ? Optional.of(new OwnQuery(file, shown)) : Optional.empty();
    }

    /** A second statement could end the read-only transaction. */
    private static void checkText(QueryFile file, String shown, String engine, List<Problem> problems) {
        List<SqlScript.Statement> statements = SqlScript.split(file.body(), SqlScript.Dialect.of(engine));
        if (statements.size() != 1) {
            problems.add(new Problem(
                    shown,
                    statements.isEmpty() ? "holds no query" : "holds " + statements.size() + " statements",
                    "write one query below the header"));
            return;
        }
        String first = statements.get(0).tokens().stream()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .filter(text -> !text.equals("("))
                .findFirst()
                .orElse("");
        if (!READING.contains(first)) {
            problems.add(new Problem(
                    shown,
                    "a query that begins with " + first + " is not sent",
                    "it only reads: SELECT, WITH, SHOW, VALUES or TABLE"));
        }
    }

    /**
     * The facts of its rows.
     *
     * @param columns names of the columns, in order
     * @param rows values of the types that the header declares, or null
     * @throws ProblemsException if the columns are not those that the header declares, or two rows are one fact
     */
    public List<Fact> facts(List<String> columns, List<@Nullable Object[]> rows) {
        Kind kind = file.kind();
        Set<String> declared = new HashSet<>(kind.pathNames());
        kind.attributes().forEach(a -> declared.add(a.name()));
        List<Problem> problems = new ArrayList<>();
        for (String column : columns) {
            if (!declared.contains(column)) {
                problems.add(new Problem(
                        shown,
                        "the query yields a column '" + column + "', which the header does not declare",
                        "declare it under 'attributes:' or in 'path:', or rename it with AS"));
            }
        }
        for (String name : declared.stream().sorted().toList()) {
            if (!columns.contains(name)) {
                problems.add(new Problem(
                        shown,
                        "the query yields no column '" + name + "', which the header declares",
                        "it yields " + String.join(", ", columns)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Map<FactPath, Fact> facts = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (int i = 0; i < row.length; i++) {
                values.put(columns.get(i), row[i]);
            }
            List<String> names = new ArrayList<>();
            for (String name : kind.pathNames()) {
                Object value = values.remove(name);
                names.add(value == null ? "" : value.toString());
            }
            FactPath path = new FactPath(kind.name(), names);
            if (facts.put(path, Fact.of(kind, path, values)) != null) {
                throw new ProblemsException(
                        shown, "two rows are " + path, "let 'path:' name the columns that tell rows apart");
            }
        }
        return List.copyOf(facts.values());
    }
}
