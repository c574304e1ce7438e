package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's parsers, templates, dictionaries and configurations of text search. */
final class PostgresTextSearch implements PostgresPart {

    private static final Map<String, String> FUNCTIONS = Map.of(
            "start", "START",
            "token", "GETTOKEN",
            "end", "END",
            "headline", "HEADLINE",
            "types", "LEXTYPES",
            "init", "INIT",
            "lexize", "LEXIZE");

    /** The server writes options as it reads them: {@code stopwords = 'english', accept = 'false'}. */
    private static final Pattern OPTION =
            Pattern.compile("(?<name>\"(?:[^\"]|\"\")+\"|\\w+)\\s*=\\s*(?<value>E?'(?:[^']|'')*'|[^,]+)");

    private final PostgresDialect sql;

    PostgresTextSearch(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "text_search_parser", "text_search_template", "text_search_dictionary", "text_search_configuration");
    }

    @Override
    public boolean create(Fact fact) {
        String create = "CREATE " + object(fact.path()) + " (";
        switch (fact.kind().name()) {
            case "text_search_dictionary" ->
                sql.statement(
                        Phase.TYPE,
                        create + "TEMPLATE = " + sql.reference(text(fact, "template"))
                                + fact.text("options").map(o -> ", " + o).orElse("") + ")");
            case "text_search_configuration" -> {
                sql.statement(Phase.TYPE, create + "PARSER = " + sql.reference(text(fact, "parser")) + ")");
                mappings(fact, new TreeMap<>());
            }
            default ->
                sql.statement(
                        Phase.TYPE,
                        create
                                + map(fact, "functions").entrySet().stream()
                                        .map(e -> FUNCTIONS.get(e.getKey()) + " = " + e.getValue())
                                        .collect(Collectors.joining(", "))
                                + ")");
        }
        return true;
    }

    private String object(FactPath path) {
        return PostgresDialect.WORDS.get(path.kind()) + " " + sql.name(path);
    }

    @Override
    public boolean drop(Fact fact, FactPath path) {
        sql.statement(Phase.DROP_TYPE, "DROP " + object(path));
        return true;
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        if (before.kind().name().equals("text_search_dictionary") && changes.remove("options") != null) {
            // The server takes away what is named and puts it at the end, so all are named, in their order.
            Map<String, String> wanted = options(before);
            // An option without a value is one that is not set.
            options(after).keySet().forEach(name -> wanted.putIfAbsent(name, ""));
            sql.statement(
                    Phase.TYPE,
                    "ALTER " + object(before.path()) + " ("
                            + wanted.entrySet().stream()
                                    .map(e -> e.getKey() + (e.getValue().isEmpty() ? "" : " = " + e.getValue()))
                                    .collect(Collectors.joining(", "))
                            + ")");
        }
        if (!changes.containsKey("parser") && changes.remove("mappings") != null) {
            mappings(before, map(after, "mappings"));
        }
        if (!changes.isEmpty()) {
            sql.again(before, before.path(), after, changes);
        }
    }

    private static Map<String, String> options(Fact fact) {
        Map<String, String> options = new LinkedHashMap<>();
        OPTION.matcher(text(fact, "options"))
                .results()
                .forEach(m -> options.put(m.group(1), m.group(2).strip()));
        return options;
    }

    private void mappings(Fact fact, SortedMap<String, String> there) {
        String alter = "ALTER " + object(fact.path());
        SortedMap<String, String> wanted = map(fact, "mappings");
        there.keySet().stream()
                .filter(word -> !wanted.containsKey(word))
                .forEach(word -> sql.statement(Phase.TYPE, alter + " DROP MAPPING FOR " + word));
        wanted.forEach((word, dictionaries) -> {
            if (!dictionaries.equals(there.get(word))) {
                String action = there.containsKey(word) ? " ALTER" : " ADD";
                sql.statement(
                        Phase.TYPE, alter + action + " MAPPING FOR " + word + " WITH " + references(dictionaries));
            }
        });
    }

    private String references(String dictionaries) {
        List<String> names = Arrays.asList(dictionaries.split(", ", -1));
        return names.stream().map(sql::reference).collect(Collectors.joining(", "));
    }
}
