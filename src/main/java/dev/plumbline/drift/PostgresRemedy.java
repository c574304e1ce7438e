package dev.plumbline.drift;

import dev.plumbline.drift.Change.Type;
import dev.plumbline.drift.RemedyScript.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** PostgreSQL. Tables and their columns are written by {@link PostgresTables}, the rest here. */
final class PostgresRemedy extends RemedyDialect {

    private static final Set<String> CONSTRAINTS =
            Set.of("primary_key", "unique_constraint", "foreign_key", "check_constraint", "exclusion_constraint");
    private static final Set<String> RELATIONS = Set.of("table", "view", "materialized_view");
    private static final String LOSES_POSITION = "the position of the sequence is lost";

    /** What CREATE and ALTER call a kind. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("schema", "SCHEMA"),
            Map.entry("table", "TABLE"),
            Map.entry("view", "VIEW"),
            Map.entry("materialized_view", "MATERIALIZED VIEW"),
            Map.entry("sequence", "SEQUENCE"),
            Map.entry("type", "TYPE"),
            Map.entry("index", "INDEX"),
            Map.entry("extension", "EXTENSION"),
            Map.entry("statistics", "STATISTICS"),
            Map.entry("collation", "COLLATION"),
            Map.entry("conversion", "CONVERSION"),
            Map.entry("event_trigger", "EVENT TRIGGER"),
            Map.entry("foreign_data_wrapper", "FOREIGN DATA WRAPPER"),
            Map.entry("foreign_server", "SERVER"),
            Map.entry("publication", "PUBLICATION"),
            Map.entry("subscription", "SUBSCRIPTION"),
            Map.entry("text_search_configuration", "TEXT SEARCH CONFIGURATION"),
            Map.entry("text_search_dictionary", "TEXT SEARCH DICTIONARY"));

    private final PostgresTables tables;

    PostgresRemedy(Snapshot expected, Snapshot actual, RemedyScript script) {
        super(expected, actual, script);
        this.tables = new PostgresTables(this);
    }

    @Override
    String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** With a backslash it needs the escape form, which reads the same whatever standard_conforming_strings says. */
    @Override
    String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** Views whose own columns changed, or that stand on something whose columns change their type or go. */
    @Override
    Set<FactPath> replaced(List<Change> changes, UnaryOperator<FactPath> now) {
        Set<FactPath> replaced = new LinkedHashSet<>();
        Set<String> disturbed = new HashSet<>();
        for (Change change : changes) {
            String kind = change.path().kind();
            boolean view = kind.equals("view") || kind.equals("materialized_view");
            if (view && Set.of("definition", "access_method", "persistence").contains(change.attribute())) {
                replaced.add(now.apply(change.path()));
            } else if (kind.equals("column")) {
                FactPath column = now.apply(change.path());
                String parent = parentKind(change);
                // No view that is expected can stand on a column that is not.
                boolean remade = Set.of("type", "collation", "generated").contains(change.attribute());
                if (!parent.equals("table") && !Set.of("comment", "default").contains(change.attribute())) {
                    replaced.add(in(column, parent));
                } else if (remade) {
                    disturbed.add(column.names().get(1));
                }
            }
        }
        replaced.forEach(path -> disturbed.add(path.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (String kind : List.of("view", "materialized_view")) {
                for (Fact view : actual.facts(kind)) {
                    FactPath path = now.apply(view.path());
                    if (!replaced.contains(path)
                            && expected.find(path).isPresent()
                            && RemedyPlan.words(view).stream().anyMatch(disturbed::contains)) {
                        replaced.add(path);
                        disturbed.add(path.name());
                        more = true;
                    }
                }
            }
        }
        return replaced;
    }

    private String parentKind(Change change) {
        Snapshot side = change.type() == Type.MISSING ? expected : actual;
        for (String kind : RELATIONS) {
            if (side.find(in(change.path(), kind)).isPresent()) {
                return kind;
            }
        }
        return "table";
    }

    @Override
    List<Fact> companions(Fact created) {
        boolean owner =
                created.kind().name().equals("table") || created.kind().name().equals("column");
        if (!owner) {
            return List.of();
        }
        List<String> names = created.path().names();
        String plain =
                (names.get(0).isEmpty() ? "" : names.get(0) + ".") + String.join(".", names.subList(1, names.size()));
        return expected.facts("sequence").stream()
                .filter(s -> actual.find(s.path()).isEmpty())
                .filter(s -> text(s, "owned_by").equals(plain)
                        || (names.size() == 2 && text(s, "owned_by").startsWith(plain + ".")))
                .toList();
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        String kind = fact.kind().name();
        if (kind.equals("grant")) {
            return grants(fact.path(), List.of(), List.of(), fact.list("privileges"), fact.list("grantable"));
        }
        if (kind.equals("column")) {
            tables.createColumn(fact, withParent);
            return true;
        }
        boolean known =
                CONSTRAINTS.contains(kind) ? tables.createConstraint(fact) : createObject(fact, name(fact.path()));
        if (known) {
            comment(fact, fact.path());
            String word = WORDS.get(kind);
            if (RELATIONS.contains(kind) || kind.equals("sequence")) {
                withdrawDefaults(fact);
            }
            if (word != null
                    && !Set.of("schema", "extension").contains(kind)
                    && fact.text("owner").isPresent()) {
                statement(
                        Phase.OWNER,
                        "ALTER " + word + " " + name(fact.path()) + " OWNER TO " + role(text(fact, "owner")));
            }
        }
        return known;
    }

    private boolean createObject(Fact fact, String name) {
        switch (fact.kind().name()) {
            case "schema" ->
                statement(
                        Phase.SCHEMA,
                        "CREATE SCHEMA " + name
                                + fact.text("owner")
                                        .map(o -> " AUTHORIZATION " + role(o))
                                        .orElse(""));
            case "extension" ->
                statement(
                        Phase.SCHEMA,
                        "CREATE EXTENSION " + name
                                + fact.text("schema")
                                        .map(s -> " SCHEMA " + quote(s))
                                        .orElse(""));
            case "table" -> {
                return tables.create(fact);
            }
            case "index" -> tables.createIndex(fact);
            case "sequence" -> createSequence(fact, name);
            case "view" -> {
                Map<String, String> options = new TreeMap<>(map(fact, "options"));
                if (text(fact, "security").equals("INVOKER")) {
                    options.put("security_invoker", "true");
                }
                statement(
                        Phase.VIEW,
                        "CREATE VIEW " + name + with(options) + " AS\n" + text(fact, "definition")
                                + fact.text("check_option")
                                        .map(o -> "\nWITH " + o + " CHECK OPTION")
                                        .orElse(""));
            }
            case "materialized_view" ->
                statement(
                        Phase.VIEW,
                        "CREATE MATERIALIZED VIEW " + name + with(map(fact, "options")) + " AS\n"
                                + text(fact, "definition") + "\nWITH " + (fact.isTrue("populated") ? "" : "NO ")
                                + "DATA");
            case "type" -> {
                return createType(fact, name);
            }
            case "routine" -> {
                return createRoutine(fact);
            }
            case "trigger" -> {
                return createTrigger(fact);
            }
            case "policy" ->
                statement(
                        Phase.TRIGGER,
                        "CREATE POLICY " + quote(fact.name()) + " ON " + whole(fact.path()) + " AS "
                                + (fact.isTrue("permissive") ? "PERMISSIVE" : "RESTRICTIVE") + " FOR "
                                + text(fact, "command") + " TO "
                                + String.join(
                                        ", ",
                                        fact.list("roles").stream()
                                                .map(this::role)
                                                .toList())
                                + fact.text("using")
                                        .map(e -> " USING (" + e + ")")
                                        .orElse("")
                                + fact.text("check")
                                        .map(e -> " WITH CHECK (" + e + ")")
                                        .orElse(""));
            case "rule" ->
                statement(
                        Phase.TRIGGER,
                        "CREATE RULE " + quote(fact.name()) + " AS ON " + text(fact, "event") + " TO "
                                + whole(fact.path()) + " " + text(fact, "definition"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void createSequence(Fact fact, String name) {
        statement(
                Phase.SEQUENCE,
                "CREATE " + (text(fact, "persistence").equals("unlogged") ? "UNLOGGED " : "") + "SEQUENCE " + name
                        + " AS " + text(fact, "type") + " INCREMENT BY " + text(fact, "increment") + " MINVALUE "
                        + text(fact, "minimum")
                        + (text(fact, "maximum").isEmpty() ? "" : " MAXVALUE " + text(fact, "maximum"))
                        + " START WITH " + text(fact, "start") + " CACHE " + text(fact, "cache")
                        + (fact.isTrue("cycle") ? " CYCLE" : ""));
        fact.text("owned_by")
                .ifPresent(owner -> statement(Phase.COMMENT, "ALTER SEQUENCE " + name + " OWNED BY " + column(owner)));
    }

    /** A column as text: {@code schema.table.column}. */
    private String column(String text) {
        int dot = text.lastIndexOf('.');
        for (Fact column : expected.facts("column")) {
            List<String> names = column.path().names();
            if ((names.get(0).isEmpty() ? "" : names.get(0) + ".")
                    .concat(names.get(1) + "." + names.get(2))
                    .equals(text)) {
                return name(names);
            }
        }
        return reference(text.substring(0, Math.max(0, dot))) + "." + quote(text.substring(dot + 1));
    }

    private boolean createType(Fact fact, String name) {
        switch (text(fact, "type_kind")) {
            case "enum" ->
                statement(
                        Phase.TYPE,
                        "CREATE TYPE " + name + " AS ENUM ("
                                + String.join(
                                        ", ",
                                        fact.list("labels").stream()
                                                .map(this::literal)
                                                .toList()) + ")");
            case "composite" ->
                statement(Phase.TYPE, "CREATE TYPE " + name + " AS (" + String.join(", ", fact.list("fields")) + ")");
            case "domain" -> {
                StringBuilder sql = new StringBuilder("CREATE DOMAIN " + name + " AS " + text(fact, "base_type"));
                fact.text("collation").ifPresent(c -> sql.append(" COLLATE ").append(tables.collation(c)));
                fact.text("default").ifPresent(d -> sql.append(" DEFAULT ").append(d));
                sql.append(fact.isTrue("nullable") ? "" : " NOT NULL");
                map(fact, "checks")
                        .forEach((check, expression) -> sql.append(" CONSTRAINT ")
                                .append(quote(check))
                                .append(" CHECK (")
                                .append(expression)
                                .append(')'));
                statement(Phase.TYPE, sql.toString());
            }
            case "shell" -> statement(Phase.TYPE, "CREATE TYPE " + name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean createRoutine(Fact fact) {
        String routineKind = text(fact, "routine_kind");
        boolean aggregate = routineKind.equals("aggregate");
        if (aggregate || fact.text("library").isPresent() || fact.text("body").isEmpty()) {
            return false;
        }
        StringBuilder sql = new StringBuilder("CREATE OR REPLACE ")
                .append(routineKind.equals("procedure") ? "PROCEDURE " : "FUNCTION ")
                .append(name(List.of(fact.path().names().get(0), base(fact.name()))))
                .append('(')
                .append(text(fact, "arguments"))
                .append(')');
        if (!routineKind.equals("procedure")) {
            fact.text("returns").ifPresent(r -> sql.append(" RETURNS ").append(r));
        }
        sql.append(" LANGUAGE ").append(quote(text(fact, "language")));
        if (!routineKind.equals("procedure")) {
            sql.append(routineKind.equals("window") ? " WINDOW" : "");
            sql.append(' ').append(text(fact, "volatility").toUpperCase(java.util.Locale.ROOT));
            sql.append(fact.isTrue("strict") ? " STRICT" : "");
            sql.append(fact.isTrue("leakproof") ? " LEAKPROOF" : "");
            sql.append(" PARALLEL ").append(text(fact, "parallel").toUpperCase(java.util.Locale.ROOT));
            fact.text("cost").ifPresent(c -> sql.append(" COST ").append(c));
            fact.text("rows").ifPresent(r -> sql.append(" ROWS ").append(r));
        }
        sql.append(fact.isTrue("security_definer") ? " SECURITY DEFINER" : "");
        map(fact, "configuration")
                .forEach((k, v) -> sql.append(" SET ").append(k).append(" = ").append(v));
        statement(Phase.ROUTINE, sql + " AS " + literal(text(fact, "body")));
        return true;
    }

    private static String base(String signature) {
        int bracket = signature.lastIndexOf('(');
        return bracket < 0 ? signature : signature.substring(0, bracket);
    }

    private String signature(FactPath path) {
        String name = path.name();
        return name(List.of(path.names().get(0), base(name)))
                + name.substring(base(name).length());
    }

    private boolean createTrigger(Fact fact) {
        if (fact.text("referenced_table").isPresent() && !fact.isTrue("constraint_trigger")) {
            return false;
        }
        List<String> events = new ArrayList<>(fact.list("events"));
        if (!fact.list("update_columns").isEmpty()) {
            events.replaceAll(e -> e.equals("UPDATE")
                    ? "UPDATE OF "
                            + String.join(
                                    ", ",
                                    fact.list("update_columns").stream()
                                            .map(this::quote)
                                            .toList())
                    : e);
        }
        StringBuilder sql = new StringBuilder("CREATE ")
                .append(fact.isTrue("constraint_trigger") ? "CONSTRAINT " : "")
                .append("TRIGGER ")
                .append(quote(fact.name()))
                .append(' ')
                .append(text(fact, "timing"))
                .append(' ')
                .append(String.join(" OR ", events))
                .append(" ON ")
                .append(whole(fact.path()));
        fact.text("referenced_table").ifPresent(t -> sql.append(" FROM ").append(reference(t)));
        sql.append(fact.isTrue("deferrable") ? " DEFERRABLE" : "")
                .append(fact.isTrue("initially_deferred") ? " INITIALLY DEFERRED" : "");
        if (fact.text("old_table").isPresent() || fact.text("new_table").isPresent()) {
            sql.append(" REFERENCING");
            fact.text("old_table").ifPresent(t -> sql.append(" OLD TABLE AS ").append(quote(t)));
            fact.text("new_table").ifPresent(t -> sql.append(" NEW TABLE AS ").append(quote(t)));
        }
        sql.append(" FOR EACH ").append(text(fact, "level"));
        fact.text("condition").ifPresent(c -> sql.append(" WHEN (").append(c).append(')'));
        sql.append(" EXECUTE FUNCTION ")
                .append(reference(text(fact, "function")))
                .append('(')
                .append(String.join(
                        ", ", fact.list("arguments").stream().map(this::literal).toList()))
                .append(')');
        statement(Phase.TRIGGER, sql.toString());
        if (!text(fact, "enabled").equals("origin")) {
            enable(fact);
        }
        return true;
    }

    private void enable(Fact trigger) {
        String how = switch (text(trigger, "enabled")) {
            case "disabled" -> "DISABLE TRIGGER ";
            case "replica" -> "ENABLE REPLICA TRIGGER ";
            case "always" -> "ENABLE ALWAYS TRIGGER ";
            default -> "ENABLE TRIGGER ";
        };
        statement(Phase.COMMENT, "ALTER TABLE " + whole(trigger.path()) + " " + how + quote(trigger.name()));
    }

    String with(Map<String, String> options) {
        return options.isEmpty() ? "" : " WITH (" + tables.settings(options) + ")";
    }

    /** What COMMENT ON and DROP call an object; empty if it is not known. */
    private String object(Fact fact, FactPath path) {
        String kind = path.kind();
        if (CONSTRAINTS.contains(kind)) {
            return "CONSTRAINT " + quote(path.name()) + " ON " + whole(path);
        }
        return switch (kind) {
            case "column" -> "COLUMN " + name(path);
            case "index" -> "INDEX " + name(List.of(path.names().get(0), path.name()));
            case "trigger", "policy", "rule" ->
                WORD_OF_PART.get(kind) + " " + quote(path.name()) + " ON " + whole(path);
            case "routine" ->
                switch (text(fact, "routine_kind")) {
                            case "procedure" -> "PROCEDURE ";
                            case "aggregate" -> "AGGREGATE ";
                            default -> "FUNCTION ";
                        }
                        + signature(path);
            case "type" -> (text(fact, "type_kind").equals("domain") ? "DOMAIN " : "TYPE ") + name(path);
            case "table" -> (text(fact, "table_kind").equals("foreign") ? "FOREIGN TABLE " : "TABLE ") + name(path);
            default -> {
                String word = WORDS.get(kind);
                yield word == null ? "" : word + " " + name(path);
            }
        };
    }

    private static final Map<String, String> WORD_OF_PART =
            Map.of("trigger", "TRIGGER", "policy", "POLICY", "rule", "RULE");

    void comment(Fact fact, FactPath path) {
        fact.text("comment")
                .ifPresent(c -> statement(Phase.COMMENT, "COMMENT ON " + object(fact, path) + " IS " + literal(c)));
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        String kind = fact.kind().name();
        if (CONSTRAINTS.contains(kind)) {
            Phase phase = kind.equals("foreign_key") ? Phase.DROP_FOREIGN_KEY : Phase.DROP_CONSTRAINT;
            if (!fact.isTrue("inherited") && !PostgresTables.fromAbove(actual, fact)) {
                statement(phase, "ALTER TABLE " + whole(path) + " DROP CONSTRAINT " + quote(path.name()));
            }
            return true;
        }
        String object = object(fact, path);
        switch (kind) {
            case "grant" -> {
                return grants(path, fact.list("privileges"), fact.list("grantable"), List.of(), List.of());
            }
            case "column" -> tables.dropColumn(fact, path);
            case "index" -> {
                if (fact.text("constraint").isEmpty() && fact.text("index_of").isEmpty()) {
                    statement(Phase.DROP_INDEX, "DROP " + object);
                }
            }
            case "table" -> script.destroy(Phase.DROP_TABLE, "DROP " + object, LOSES_ROWS);
            case "schema" -> script.destroy(Phase.DROP_SCHEMA, "DROP " + object + " CASCADE", LOSES_ROWS);
            case "sequence" -> script.destroy(Phase.DROP_SEQUENCE, "DROP " + object, LOSES_POSITION);
            case "view", "materialized_view" -> statement(Phase.DROP_VIEW, "DROP " + object);
            case "trigger", "policy", "rule" -> {
                if (tables.partition(fact) && kind.equals("trigger")) {
                    // It comes from the partitioned table and is seen only because it was switched.
                    statement(Phase.COMMENT, "ALTER TABLE " + whole(path) + " ENABLE TRIGGER " + quote(path.name()));
                } else {
                    statement(Phase.DROP_TRIGGER, "DROP " + object);
                }
            }
            case "routine" -> statement(Phase.DROP_ROUTINE, "DROP " + object);
            case "type", "statistics", "extension" -> statement(Phase.DROP_TYPE, "DROP " + object);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        String kind = path.kind();
        String to = quote(fact.name());
        if (path.name().equals(fact.name())) {
            return false;
        }
        if (CONSTRAINTS.contains(kind)) {
            if (!fact.isTrue("inherited")) {
                statement(
                        Phase.RENAME,
                        "ALTER TABLE " + whole(path) + " RENAME CONSTRAINT " + quote(path.name()) + " TO " + to);
            }
            return true;
        }
        switch (kind) {
            case "column" -> {
                if (expected.find(in(path, "table")).isPresent()) {
                    if (!fact.isTrue("inherited") && !tables.partition(fact)) {
                        statement(
                                Phase.RENAME,
                                "ALTER TABLE " + whole(path) + " RENAME COLUMN " + quote(path.name()) + " TO " + to);
                    }
                }
                return true;
            }
            case "index" -> {
                boolean followsConstraint = fact.text("constraint").isPresent()
                        && all.stream()
                                .anyMatch(c -> c.type() == Type.RENAMED
                                        && CONSTRAINTS.contains(c.path().kind())
                                        && c.path().names().equals(change.path().names()));
                if (!followsConstraint) {
                    statement(
                            Phase.RENAME,
                            "ALTER INDEX " + name(List.of(path.names().get(0), path.name())) + " RENAME TO " + to);
                }
                return true;
            }
            case "trigger", "policy", "rule" ->
                statement(
                        Phase.RENAME,
                        "ALTER " + WORD_OF_PART.get(kind) + " " + quote(path.name()) + " ON " + whole(path)
                                + " RENAME TO " + to);
            case "routine" -> {
                if (!base(path.name()).equals(base(fact.name()))) {
                    statement(Phase.RENAME, "ALTER " + object(fact, path) + " RENAME TO " + quote(base(fact.name())));
                    return true;
                }
                return false;
            }
            default -> {
                String object = object(fact, path);
                if (object.isEmpty()) {
                    return false;
                }
                statement(Phase.RENAME, "ALTER " + object + " RENAME TO " + to);
            }
        }
        return true;
    }

    @Override
    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        String kind = path.kind();
        String object = object(before, path);
        if (!object.isEmpty() && changes.remove("comment") != null) {
            statement(
                    Phase.COMMENT,
                    "COMMENT ON " + object + " IS "
                            + before.text("comment").map(this::literal).orElse("NULL"));
        }
        if (!object.isEmpty() && before.text("owner").isPresent() && changes.remove("owner") != null) {
            statement(Phase.OWNER, "ALTER " + object + " OWNER TO " + role(text(before, "owner")));
        }
        if (changes.isEmpty()) {
            return;
        }
        if (CONSTRAINTS.contains(kind)) {
            tables.changeConstraint(before, after, changes);
            return;
        }
        switch (kind) {
            case "column" -> tables.changeColumn(before, after, changes);
            case "table" -> tables.change(before, after, changes);
            case "index" -> tables.changeIndex(before, after, changes);
            case "sequence" -> changeSequence(before, changes);
            case "grant" -> {
                if (grants(
                        path,
                        after.list("privileges"),
                        after.list("grantable"),
                        before.list("privileges"),
                        before.list("grantable"))) {
                    changes.remove("privileges");
                    changes.remove("grantable");
                }
            }
            case "view", "materialized_view" -> changeView(before, after, object, changes);
            case "trigger" -> {
                if (changes.remove("enabled") != null) {
                    enable(before);
                }
                if (!changes.isEmpty()) {
                    again(before, path, after, changes);
                }
            }
            case "policy", "rule" -> again(before, path, after, changes);
            case "routine" -> {
                if (!changes.containsKey("returns")
                        && !changes.containsKey("arguments")
                        && !changes.containsKey("routine_kind")) {
                    if (createRoutine(before)) {
                        changes.clear();
                    }
                } else {
                    again(before, path, after, changes);
                }
            }
            case "type" -> changeDomain(before, after, object, changes);
            default -> {}
        }
    }

    private void changeDomain(Fact before, Fact after, String object, Map<String, Change> changes) {
        if (!text(before, "type_kind").equals("domain")
                || !text(after, "type_kind").equals("domain")) {
            return;
        }
        String alter = "ALTER " + object;
        if (changes.remove("default") != null) {
            statement(
                    Phase.TYPE,
                    alter + before.text("default").map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
        if (changes.remove("nullable") != null) {
            statement(Phase.TYPE, alter + (before.isTrue("nullable") ? " DROP" : " SET") + " NOT NULL");
        }
        if (changes.remove("checks") != null) {
            Map<String, String> wanted = map(before, "checks");
            Map<String, String> there = map(after, "checks");
            there.forEach((check, expression) -> {
                if (!expression.equals(wanted.get(check))) {
                    statement(Phase.TYPE, alter + " DROP CONSTRAINT " + quote(check));
                }
            });
            wanted.forEach((check, expression) -> {
                if (!expression.equals(there.get(check))) {
                    statement(
                            Phase.TYPE,
                            alter + " ADD CONSTRAINT " + quote(check) + " CHECK (" + expression + ")"
                                    + (before.list("checks_not_valid").contains(check) ? " NOT VALID" : ""));
                }
            });
            changes.remove("checks_not_valid");
        }
    }

    private void changeView(Fact before, Fact after, String object, Map<String, Change> changes) {
        String alter = "ALTER " + object;
        if (changes.remove("check_option") != null) {
            statement(
                    Phase.VIEW,
                    alter
                            + before.text("check_option")
                                    .map(o -> " SET (check_option = " + o.toLowerCase(java.util.Locale.ROOT) + ")")
                                    .orElse(" RESET (check_option)"));
        }
        if (changes.remove("security") != null) {
            statement(
                    Phase.VIEW,
                    alter
                            + (text(before, "security").equals("INVOKER")
                                    ? " SET (security_invoker = true)"
                                    : " RESET (security_invoker)"));
        }
        if (changes.remove("options") != null) {
            tables.options(alter, map(before, "options"), map(after, "options"), "");
        }
        if (changes.remove("populated") != null) {
            statement(Phase.VIEW, "REFRESH " + object + (before.isTrue("populated") ? "" : " WITH NO DATA"));
        }
        if (changes.remove("tablespace") != null) {
            statement(
                    Phase.VIEW,
                    alter + " SET TABLESPACE " + quote(before.text("tablespace").orElse("pg_default")));
        }
    }

    private void changeSequence(Fact before, Map<String, Change> changes) {
        String alter = "ALTER SEQUENCE " + name(before.path());
        StringBuilder sql = new StringBuilder();
        if (changes.remove("type") != null) {
            sql.append(" AS ").append(text(before, "type"));
        }
        Map.of(
                        "increment",
                        "INCREMENT BY",
                        "minimum",
                        "MINVALUE",
                        "maximum",
                        "MAXVALUE",
                        "start",
                        "START WITH",
                        "cache",
                        "CACHE")
                .forEach((attribute, word) -> {
                    if (changes.remove(attribute) != null) {
                        sql.append(' ').append(word).append(' ').append(text(before, attribute));
                    }
                });
        if (changes.remove("cycle") != null) {
            sql.append(before.isTrue("cycle") ? " CYCLE" : " NO CYCLE");
        }
        if (!sql.isEmpty()) {
            statement(Phase.SEQUENCE, alter + sql);
        }
        if (changes.remove("owned_by") != null) {
            statement(
                    Phase.COMMENT,
                    alter + " OWNED BY "
                            + before.text("owned_by").map(this::column).orElse("NONE"));
        }
        if (changes.remove("persistence") != null) {
            statement(
                    Phase.COLUMN,
                    alter + (text(before, "persistence").equals("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
        }
    }

    String role(String role) {
        return role.equals("PUBLIC") ? role : quote(role);
    }

    /** What is granted beyond the expected is revoked, what lacks is granted; an owner's own rights are usual ones. */
    private boolean grants(
            FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        List<String> names = path.names();
        String kind = names.get(0);
        FactPath object = new FactPath(kind, names.subList(1, names.size() - 1));
        String role = path.name();
        boolean column = kind.equals("column");
        Fact fact = expected.find(object).or(() -> actual.find(object)).orElse(null);
        String on = switch (kind) {
            case "table", "view", "materialized_view" -> "TABLE " + name(object);
            case "column" -> "TABLE " + whole(object);
            case "schema", "sequence" -> WORDS.get(kind) + " " + name(object);
            case "type" -> "TYPE " + name(object);
            case "routine" -> "ROUTINE " + signature(object);
            default -> "";
        };
        boolean there = fact != null
                || kind.equals("schema")
                || (column && expected.find(in(object, "table")).isPresent());
        if (on.isEmpty() || !there || object.names().stream().allMatch(String::isEmpty)) {
            return false;
        }
        String suffix = column ? " (" + quote(object.name()) + ")" : "";
        boolean owner = fact != null && fact.text("owner").filter(role::equals).isPresent();
        if (owner && wants.isEmpty() && mayPass.isEmpty()) {
            statement(Phase.GRANT, "GRANT ALL ON " + on + " TO " + role(role));
            return true;
        }
        if (owner && has.isEmpty()) {
            statement(Phase.GRANT, "REVOKE ALL ON " + on + " FROM " + role(role));
        }
        revoke("", without(has, wants), suffix, on, role);
        if (!column) {
            columnsAgain(object, role, without(has, wants));
        }
        revoke("GRANT OPTION FOR ", without(without(passes, mayPass), without(has, wants)), suffix, on, role);
        grant(without(without(wants, has), mayPass), suffix, on, role, "");
        grant(without(mayPass, passes), suffix, on, role, " WITH GRANT OPTION");
        return true;
    }

    /** What is revoked on a table is revoked on its columns too. */
    private void columnsAgain(FactPath table, String role, List<String> revoked) {
        for (Fact grant : expected.facts("grant")) {
            List<String> names = grant.path().names();
            boolean onColumn = names.get(0).equals("column")
                    && names.size() == 5
                    && names.subList(1, 3).equals(table.names())
                    && grant.path().name().equals(role);
            if (onColumn && grant.list("privileges").stream().anyMatch(revoked::contains)) {
                grants(grant.path(), List.of(), List.of(), grant.list("privileges"), grant.list("grantable"));
            }
        }
    }

    /** What default privileges give on a new object, nobody has expected. */
    private void withdrawDefaults(Fact fact) {
        for (Fact grant : actual.facts("default_grant")) {
            List<String> names = grant.path().names();
            String grantee = names.get(names.size() - 1);
            boolean relation = names.contains(fact.kind().name().equals("sequence") ? "sequence" : "table");
            boolean here = names.get(0).equals("*")
                    || names.get(0).equals(fact.path().names().get(0));
            if (relation && here && fact.text("owner").filter(grantee::equals).isEmpty()) {
                String word = fact.kind().name().equals("sequence") ? "SEQUENCE " : "TABLE ";
                statement(Phase.OWNER, "REVOKE ALL ON " + word + name(fact.path()) + " FROM " + role(grantee));
            }
        }
    }

    private void revoke(String option, List<String> privileges, String suffix, String on, String role) {
        if (!privileges.isEmpty()) {
            statement(Phase.GRANT, "REVOKE " + option + list(privileges, suffix) + " ON " + on + " FROM " + role(role));
        }
    }

    private void grant(List<String> privileges, String suffix, String on, String role, String option) {
        if (!privileges.isEmpty()) {
            statement(Phase.GRANT, "GRANT " + list(privileges, suffix) + " ON " + on + " TO " + role(role) + option);
        }
    }

    private static String list(List<String> privileges, String suffix) {
        return String.join(", ", privileges.stream().map(p -> p + suffix).toList());
    }
}
