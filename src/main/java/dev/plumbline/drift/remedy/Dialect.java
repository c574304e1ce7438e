package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How one engine says what is to be done. Whatever a method does not know, it says so by its result. */
abstract class Dialect {

    /** Kinds of objects that facts name as text. */
    private static final List<String> REFERRED = List.of(
            "table",
            "view",
            "materialized_view",
            "type",
            "collation",
            "index",
            "text_search_parser",
            "text_search_template",
            "text_search_dictionary");

    static final String LOSES_ROWS = "rows are lost";
    static final String LOSES_VALUES = "values are lost";

    final Snapshot expected;
    final Snapshot actual;
    final Script script;

    /** Text that names a fact, to its name in SQL; filled on the first question. */
    private final Map<String, String> references = new HashMap<>();

    Dialect(Snapshot expected, Snapshot actual, Script script) {
        this.expected = expected;
        this.actual = actual;
        this.script = script;
    }

    static Dialect of(Snapshot expected, Snapshot actual, Script script) {
        return switch (actual.engine()) {
            case "postgresql" -> new PostgresDialect(expected, actual, script);
            case "mysql", "mariadb" -> new MysqlDialect(expected, actual, script);
            case "cassandra" -> new CassandraDialect(expected, actual, script);
            default -> new UnknownRemedy(expected, actual, script);
        };
    }

    /** Makes an expected fact, which may be a part of something that is made too. */
    abstract boolean create(Fact fact, boolean withParent);

    /** Removes an actual fact from where it stands after the renames. */
    abstract boolean drop(Fact fact, FactPath path);

    /** Gives a fact that stands at a path its expected name. */
    abstract boolean rename(Fact fact, FactPath path, Change change, List<Change> all);

    /** Brings attributes to what is expected, and takes those it knows out of the map. */
    abstract void change(Fact expected, Fact actual, Map<String, Change> changes);

    /** Expected paths of what must be dropped and made anew, for instance a view whose columns change their type. */
    Set<FactPath> replaced(List<Change> changes, UnaryOperator<FactPath> now) {
        return Set.of();
    }

    /** Expected facts that the drift leaves out because they come with another one, such as the sequence of a column. */
    List<Fact> companions(Fact created) {
        return List.of();
    }

    /** Writes what was collected over several changes. */
    void finish() {}

    abstract String quote(String name);

    abstract String literal(String text);

    /** Names joined by dots, without the schema if the snapshot is relative to it. */
    String name(List<String> names) {
        return names.stream()
                .skip(names.size() > 1 && names.get(0).isEmpty() ? 1 : 0)
                .map(this::quote)
                .collect(Collectors.joining("."));
    }

    String name(FactPath path) {
        return name(path.names());
    }

    /** The table, view or other whole that a part belongs to. */
    String whole(FactPath part) {
        return name(part.names().subList(0, part.names().size() - 1));
    }

    /** The parts of a relation's path, for paths inside it. */
    static FactPath in(FactPath part, String kind) {
        return new FactPath(kind, part.names().subList(0, part.names().size() - 1));
    }

    String columns(Collection<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A table that a fact names as text: {@code schema.table}, or {@code table} alone in the schema of the address. */
    String reference(String text) {
        if (references.isEmpty()) {
            for (Snapshot side : List.of(expected, actual)) {
                for (String kind : REFERRED) {
                    side.facts(kind).forEach(this::refer);
                }
            }
        }
        String known = references.get(text);
        if (known != null) {
            return known;
        }
        int dot = text.indexOf('.');
        return dot < 0 ? quote(text) : quote(text.substring(0, dot)) + "." + quote(text.substring(dot + 1));
    }

    private void refer(Fact fact) {
        String schema = fact.path().names().get(0);
        boolean index = fact.kind().name().equals("index");
        references.putIfAbsent(
                schema.isEmpty() ? fact.name() : schema + "." + fact.name(),
                name(index ? List.of(schema, fact.name()) : fact.path().names()));
    }

    /** A fact's attribute as a map; empty if it has none. */
    static SortedMap<String, String> map(Fact fact, String attribute) {
        SortedMap<String, String> map = new TreeMap<>();
        if (fact.get(attribute) instanceof Map<?, ?> values) {
            values.forEach((k, v) -> map.put(String.valueOf(k), String.valueOf(v)));
        }
        return map;
    }

    static String text(Fact fact, String attribute) {
        Object value = fact.get(attribute);
        return value == null ? "" : String.valueOf(value);
    }

    static List<String> without(List<String> all, List<String> these) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(these);
        return rest;
    }

    /** Drops and makes anew something that holds no data of its own. */
    void again(Fact before, FactPath path, Fact after, Map<String, Change> changes) {
        if (drop(after, path) && create(before, false)) {
            changes.clear();
        }
    }

    void statement(Phase phase, String text) {
        script.add(phase, text);
    }

    /** An engine for which no statement is known. */
    private static final class UnknownRemedy extends Dialect {

        UnknownRemedy(Snapshot expected, Snapshot actual, Script script) {
            super(expected, actual, script);
        }

        @Override
        boolean create(Fact fact, boolean withParent) {
            return withParent;
        }

        @Override
        boolean drop(Fact fact, FactPath path) {
            return false;
        }

        @Override
        boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
            return false;
        }

        @Override
        void change(Fact expected, Fact actual, Map<String, Change> changes) {}

        @Override
        String quote(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }

        @Override
        String literal(String text) {
            return "'" + text.replace("'", "''") + "'";
        }
    }
}
