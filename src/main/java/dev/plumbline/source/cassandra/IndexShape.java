package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Indexes, triggers, and indexes and views that are not complete. */
final class IndexShape {

    private static final Pattern TARGET = Pattern.compile("(?:keys|values|entries|full)\\((?<column>.*)\\)");

    private final Answers answers;

    IndexShape(Answers answers) {
        this.answers = answers;
    }

    Stream<Fact> facts() {
        Stream<Fact> indexes = answers.inScope("index.cql").stream().map(this::index);
        Stream<Fact> triggers = answers.inScope("trigger.cql").stream().map(this::trigger);
        return Stream.of(indexes, triggers, pending()).flatMap(facts -> facts);
    }

    private Fact index(Row row) {
        Map<String, String> options = row.map("options");
        String target = options.getOrDefault("target", "");
        String method =
                row.text("kind").equals("CUSTOM") ? method(options.getOrDefault("class_name", "")) : "secondary";
        options.remove("target");
        options.remove("class_name");
        return answers.fact(
                "index",
                new Row(Map.of()),
                Map.of(
                        "keys",
                        List.of(target),
                        "columns",
                        List.of(column(target)),
                        "method",
                        method,
                        "index_options",
                        options),
                List.of(answers.schema(row), row.text("table"), row.text("index")));
    }

    private static String column(String target) {
        Matcher matcher = TARGET.matcher(target);
        String name = matcher.matches() ? matcher.group("column") : target;
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }

    /** The server takes {@code sai}, in any case, the short and the full name of the class for the same index. */
    private static String method(String className) {
        String name = JavaClass.shortName(className);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "storageattachedindex", "sai" -> "sai";
            case "sasiindex", "sasi" -> "sasi";
            default -> name;
        };
    }

    private Fact trigger(Row row) {
        return answers.fact(
                "trigger",
                row,
                Map.of("class", row.map("options").getOrDefault("class", "")),
                List.of(answers.schema(row), row.text("table"), row.text("trigger")));
    }

    /** Indexes and views that the node's lists of complete ones do not hold. */
    Stream<Fact> pending() {
        Stream<Fact> indexes = incomplete("index.cql", "index", "pending_build.cql")
                .map(row -> pending(List.of("index", answers.schema(row), row.text("table"), row.text("index"))));
        Stream<Fact> views = incomplete("materialized_view.cql", "view", "pending_build+view.cql")
                .map(row -> pending(List.of("materialized_view", answers.schema(row), row.text("view"))));
        return Stream.concat(indexes, views);
    }

    private Stream<Row> incomplete(String file, String column, String complete) {
        if (!answers.answered(complete)) {
            return Stream.empty();
        }
        Set<List<String>> done = new HashSet<>();
        answers.all(complete).forEach(row -> done.add(List.of(row.text("schema"), row.text("name"))));
        return answers.inScope(file).stream()
                .filter(row -> !done.contains(List.of(row.text("schema"), row.text(column))));
    }

    private Fact pending(List<String> object) {
        List<String> path = Stream.concat(object.stream(), Stream.of("build")).toList();
        return answers.fact("pending_build", new Row(Map.of()), Map.of(), path);
    }
}
