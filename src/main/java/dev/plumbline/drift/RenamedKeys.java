package dev.plumbline.drift;

import dev.plumbline.drift.Change.Type;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns of keys that Cassandra renamed: the table's keys name them too, and its materialized views rename them by
 * themselves. That is one difference.
 */
final class RenamedKeys {

    private static final Pattern ORDERED = Pattern.compile("(?s)(?<name>.*?)(?<order> ASC| DESC)?");

    private final Snapshot expected;

    /** Old names to new ones, by schema and table or view. */
    private final Map<List<String>, Map<String, String>> renames = new HashMap<>();

    RenamedKeys(Snapshot expected, List<Change> changes) {
        this.expected = expected;
        for (Change change : changes) {
            if (change.type() == Type.RENAMED && change.path().kind().equals("column")) {
                String from = change.from().map(FactPath::name).orElseThrow();
                renames.computeIfAbsent(whole(change.path()), t -> new HashMap<>())
                        .put(from, change.path().name());
            }
        }
    }

    private static List<String> whole(FactPath column) {
        return column.names().subList(0, column.names().size() - 1);
    }

    boolean follows(Change change) {
        if (renames.isEmpty()) {
            return false;
        }
        if (change.type() == Type.RENAMED && change.path().kind().equals("column")) {
            String from = change.from().map(FactPath::name).orElse("");
            return change.path().name().equals(ofBase(whole(change.path())).get(from));
        }
        Map<String, String> names = renames.getOrDefault(change.path().names(), Map.of());
        if (names.isEmpty() || change.type() != Type.CHANGED) {
            return false;
        }
        return switch (change.attribute()) {
            case "partition_columns", "clustering_columns" ->
                columns(change.before(), names).equals(columns(change.after(), Map.of()));
            case "where_clause" ->
                text(Followers.of(names).rewrite(change.before())).equals(text(change.after()));
            default -> false;
        };
    }

    /** What was renamed in the table that a view is made from. */
    private Map<String, String> ofBase(List<String> view) {
        String base = expected.find(new FactPath("materialized_view", view))
                .flatMap(fact -> fact.text("base_table"))
                .orElse("");
        String prefix = view.get(0).isEmpty() ? "" : view.get(0) + ".";
        return base.startsWith(prefix)
                ? renames.getOrDefault(List.of(view.get(0), base.substring(prefix.length())), Map.of())
                : Map.of();
    }

    /** Columns, perhaps with their order, under their new names. */
    private static List<String> columns(@Nullable Object value, Map<String, String> names) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> {
                            Matcher column = ORDERED.matcher(String.valueOf(item));
                            return column.matches()
                                    ? names.getOrDefault(column.group("name"), column.group("name"))
                                            + Objects.requireNonNullElse(column.group("order"), "")
                                    : String.valueOf(item);
                        })
                        .toList()
                : List.of();
    }

    /** A new name may need quotes where the old one did not. */
    private static String text(@Nullable Object value) {
        return String.valueOf(value).replace("\"", "");
    }
}
