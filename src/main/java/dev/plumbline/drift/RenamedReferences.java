package dev.plumbline.drift;

import dev.plumbline.drift.Change.Type;
import dev.plumbline.fact.FactPath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What names a renamed object from elsewhere: the index of a partition that of its partitioned table, a trigger its
 * function, a view in another schema its table. PostgreSQL itself writes the new name there; it is no second change.
 */
final class RenamedReferences {

    /** Of these the innermost name stands in the schema beside tables, and not within the table. */
    private static final Set<String> INDEXES =
            Set.of("index", "primary_key", "unique_constraint", "exclusion_constraint");

    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_$]*");

    private final List<Names> spellings;

    RenamedReferences(String engine, List<Change> changes) {
        // As they stand in an expression, and as a text that is nothing but the name.
        Map<String, String> quoted = new LinkedHashMap<>();
        Map<String, String> plain = new LinkedHashMap<>();
        for (Change change : engine.equals("postgresql") ? changes : List.<Change>of()) {
            Optional<List<String>> from = change.type() == Type.RENAMED
                    ? change.from().flatMap(RenamedReferences::inSchema)
                    : Optional.empty();
            Optional<List<String>> to = inSchema(change.path());
            if (from.isPresent() && to.isPresent()) {
                plain.put(String.join(".", from.get()), String.join(".", to.get()));
                quoted.put(quoted(from.get()), quoted(to.get()));
            }
        }
        this.spellings = plain.isEmpty() ? List.of() : List.of(new Names(plain), new Names(quoted));
    }

    /** Schema and name; nothing for a part of something, for a server's own thing and in a relative reading. */
    private static Optional<List<String>> inSchema(FactPath path) {
        List<String> all = path.names();
        boolean index = all.size() == 3 && INDEXES.contains(path.kind());
        if ((all.size() != 2 && !index) || all.get(0).isEmpty() || path.kind().equals("user_mapping")) {
            return Optional.empty();
        }
        String name = path.kind().equals("routine") ? path.name().replaceFirst("\\(.*", "") : path.name();
        return Optional.of(List.of(all.get(0), name));
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .map(name -> BARE.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("."));
    }

    boolean follows(Change change) {
        return change.type() == Type.CHANGED
                && change.before() != null
                && spellings.stream().anyMatch(names -> names.lead(change));
    }

    /** New names by old ones, in one way to write them. */
    private record Names(Map<String, String> names, Pattern old) {

        Names(Map<String, String> names) {
            this(
                    names,
                    Pattern.compile(names.keySet().stream()
                            .sorted(Comparator.comparing(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining(
                                    "|", "(?<![\\p{L}\\p{N}_$\".])(?:", ")(?![\\p{L}\\p{N}_$\"])"))));
        }

        boolean lead(Change change) {
            Object rewritten = rewrite(change.before());
            // The tables of a publication stand in the order of their names.
            if (change.path().kind().equals("publication")
                    && rewritten instanceof List<?> before
                    && change.after() instanceof List<?> after) {
                return sorted(before).equals(sorted(after));
            }
            return Objects.equals(rewritten, change.after());
        }

        private @Nullable Object rewrite(@Nullable Object value) {
            if (value instanceof String text) {
                return old.matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(names.getOrDefault(m.group(), m.group())));
            }
            if (value instanceof List<?> list) {
                return list.stream().map(this::rewrite).toList();
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> rewritten = new LinkedHashMap<>();
                map.forEach((k, v) -> rewritten.put(k, Objects.requireNonNull(rewrite(v))));
                return rewritten;
            }
            return value;
        }

        private static List<String> sorted(List<?> list) {
            return list.stream().map(String::valueOf).sorted().toList();
        }
    }
}
