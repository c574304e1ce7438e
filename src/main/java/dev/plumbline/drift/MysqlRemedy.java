package dev.plumbline.drift;

import dev.plumbline.drift.RemedyScript.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * MySQL and MariaDB. What is done to one table is one ALTER TABLE, since a key and the auto_increment column that needs
 * it cannot come or go one after the other.
 */
final class MysqlRemedy extends RemedyDialect {

    private static final Pattern PLAIN_DEFAULT = Pattern.compile(
            "'.*'|[bx]'[^']*'|-?[0-9.]+(e[-+]?[0-9]+)?|NULL|CURRENT_TIMESTAMP(\\(\\d\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PLAIN_OPTION = Pattern.compile("[A-Za-z0-9_.]+");
    private static final Set<String> TEXTUAL =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final String PRIMARY = "PRIMARY";

    private final boolean mariadb;
    private final Map<FactPath, Edit> edits = new LinkedHashMap<>();
    private final Set<String> columnsDone = new HashSet<>();

    /** The clauses of one ALTER TABLE. */
    private static final class Edit {
        private final Set<String> drops = new LinkedHashSet<>();
        private final Set<String> columns = new LinkedHashSet<>();
        private final Set<String> keys = new LinkedHashSet<>();
        private final Set<String> losses = new LinkedHashSet<>();
    }

    MysqlRemedy(Snapshot expected, Snapshot actual, RemedyScript script) {
        super(expected, actual, script);
        this.mariadb = actual.engine().equals("mariadb");
    }

    @Override
    String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** Quotes are doubled, not escaped, so that NO_BACKSLASH_ESCAPES cannot end the text early. */
    @Override
    String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String account(String account) {
        int at = account.lastIndexOf('@');
        return at < 0 ? literal(account) : literal(account.substring(0, at)) + "@" + literal(account.substring(at + 1));
    }

    private Edit edit(FactPath part) {
        return edits.computeIfAbsent(in(part, "table"), t -> new Edit());
    }

    @Override
    void finish() {
        edits.forEach((table, edit) -> {
            List<String> clauses = new ArrayList<>(edit.drops);
            clauses.addAll(edit.columns);
            clauses.addAll(edit.keys);
            if (!clauses.isEmpty()) {
                String text = "ALTER TABLE " + name(table) + "\n  " + String.join(",\n  ", clauses);
                if (edit.losses.isEmpty()) {
                    statement(Phase.COLUMN, text);
                } else {
                    script.destroy(Phase.COLUMN, text, String.join("; ", edit.losses));
                }
            }
        });
    }

    private String column(Fact column, boolean stateCollation) {
        StringBuilder sql = new StringBuilder(quote(column.name())).append(' ').append(text(column, "type"));
        Optional<Fact> table = expected.find(in(column.path(), "table"));
        Optional<String> collation = column.text("collation");
        if (collation.isEmpty() && stateCollation && holdsText(column)) {
            collation = table.flatMap(t -> t.text("collation"));
        }
        boolean json = text(column, "type").equals("json");
        if (!json) {
            collation.ifPresent(c -> sql.append(" COLLATE ").append(quote(c)));
        }
        column.text("compression").ifPresent(c -> sql.append(mariadb ? " COMPRESSED" : ""));
        Optional<String> generated = column.text("generated");
        if (generated.isPresent()) {
            sql.append(" GENERATED ALWAYS AS (")
                    .append(generated.get())
                    .append(") ")
                    .append(text(column, "generated_kind").toUpperCase(Locale.ROOT));
            sql.append(column.isTrue("nullable") || mariadb ? "" : " NOT NULL");
        } else {
            sql.append(column.isTrue("nullable") ? " NULL" : " NOT NULL");
            column.text("default")
                    .ifPresent(d -> sql.append(" DEFAULT ")
                            .append(PLAIN_DEFAULT.matcher(d).matches() ? d : "(" + d + ")"));
            column.text("on_update").ifPresent(u -> sql.append(" ON UPDATE ").append(u));
            sql.append(column.text("identity").isPresent() ? " AUTO_INCREMENT" : "");
        }
        if (column.get("srid") != null) {
            sql.append(" SRID ").append(column.get("srid"));
        }
        sql.append(column.isTrue("invisible") ? " INVISIBLE" : "");
        sql.append(Boolean.FALSE.equals(column.get("system_versioning")) ? " WITHOUT SYSTEM VERSIONING" : "");
        column.text("comment").ifPresent(c -> sql.append(" COMMENT ").append(literal(c)));
        if (mariadb) {
            List<String> names = new ArrayList<>(column.path().names());
            expected.find(new FactPath("check_constraint", names))
                    .filter(c -> text(c, "level").equals("column"))
                    .ifPresent(c ->
                            sql.append(" CHECK (").append(text(c, "expression")).append(')'));
        }
        return sql.toString();
    }

    /** A column in the collation of its table states none. */
    private static boolean holdsText(Fact column) {
        return column.text("charset").isPresent() || TEXTUAL.contains(text(column, "base_type"));
    }

    /** {@code FIRST} or {@code AFTER} the column that is expected before it. */
    private String place(Fact column) {
        List<Fact> all = expected.find(in(column.path(), "table"))
                .map(t -> expected.parts(t, "column"))
                .orElse(List.of());
        String before = "";
        for (Fact other : all) {
            if (other.path().equals(column.path())) {
                break;
            }
            before = other.name();
        }
        return before.isEmpty() ? " FIRST" : " AFTER " + quote(before);
    }

    private boolean ofTable(FactPath part) {
        return expected.find(in(part, "table")).isPresent()
                || actual.find(in(part, "table")).isPresent();
    }

    /** The key of an index fact as a clause; columns are quoted, prefix lengths, orders and expressions stand as they are. */
    private String key(Fact index) {
        List<String> keys = index.list("keys");
        List<String> columns = index.list("columns");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            String column = i < columns.size() ? columns.get(i) : "";
            List<String> names = new ArrayList<>(index.path().names().subList(0, 2));
            names.add(column);
            boolean named = key.startsWith(column)
                    && expected.find(new FactPath("column", names)).isPresent();
            parts.add(named ? quote(column) + key.substring(column.length()) : expression(key));
        }
        String method = text(index, "method");
        String name = quote(index.name()) + " ";
        String word = switch (method) {
            case "fulltext" -> "FULLTEXT KEY " + name;
            case "spatial" -> "SPATIAL KEY " + name;
            default ->
                index.name().equals(PRIMARY)
                        ? "PRIMARY KEY "
                        : (index.isTrue("unique") ? "UNIQUE KEY " : "KEY ") + name;
        };
        return word + "(" + String.join(", ", parts) + ")" + (method.equals("hash") ? " USING HASH" : "")
                + (Boolean.FALSE.equals(index.get("visible")) ? mariadb ? " IGNORED" : " INVISIBLE" : "")
                + index.text("comment").map(c -> " COMMENT " + literal(c)).orElse("");
    }

    private static String expression(String key) {
        String descending = key.endsWith(" DESC") ? " DESC" : "";
        String text = key.substring(0, key.length() - descending.length());
        return (text.startsWith("(") ? text : "(" + text + ")") + descending;
    }

    private Optional<Fact> index(Snapshot side, FactPath constraint) {
        return side.find(new FactPath("index", constraint.names()));
    }

    private void addKey(Fact index) {
        edit(index.path()).keys.add("ADD " + key(index));
    }

    private void dropKey(FactPath path) {
        edit(path).drops.add(path.name().equals(PRIMARY) ? "DROP PRIMARY KEY" : "DROP KEY " + quote(path.name()));
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        FactPath path = fact.path();
        switch (fact.kind().name()) {
            case "schema" -> {
                if (fact.name().isEmpty()) {
                    return false;
                }
                statement(
                        Phase.SCHEMA,
                        "CREATE DATABASE " + name(path)
                                + fact.text("collation")
                                        .map(c -> " COLLATE " + quote(c))
                                        .orElse("")
                                + fact.text("comment")
                                        .map(c -> " COMMENT " + literal(c))
                                        .orElse(""));
            }
            case "table" -> {
                return createTable(fact);
            }
            case "column" -> {
                if (!withParent && ofTable(path)) {
                    edit(path).columns.add("ADD COLUMN " + column(fact, false) + place(fact));
                }
            }
            case "primary_key", "unique_constraint" -> {
                if (!withParent) {
                    index(expected, path).ifPresent(this::addKey);
                }
            }
            case "index" -> {
                if (!withParent) {
                    addKey(fact);
                }
            }
            case "check_constraint" -> {
                boolean ofColumn = text(fact, "level").equals("column");
                if (ofColumn && !withParent) {
                    modify(in(path, "table"), fact.name());
                } else if (!ofColumn && !withParent) {
                    edit(path).keys.add("ADD " + check(fact));
                }
            }
            case "foreign_key" ->
                statement(
                        Phase.FOREIGN_KEY,
                        "ALTER TABLE " + whole(path) + " ADD CONSTRAINT " + quote(fact.name())
                                + " FOREIGN KEY " + columns(fact.list("columns")) + " REFERENCES "
                                + reference(text(fact, "referenced_table")) + " "
                                + columns(fact.list("referenced_columns"))
                                + action(" ON UPDATE ", text(fact, "on_update"))
                                + action(" ON DELETE ", text(fact, "on_delete")));
            case "view" -> createView(fact);
            case "sequence" -> statement(Phase.SEQUENCE, "CREATE SEQUENCE " + name(path) + sequence(fact));
            case "trigger" ->
                statement(
                        Phase.TRIGGER,
                        "CREATE" + definer(fact) + " TRIGGER "
                                + name(List.of(path.names().get(0), fact.name())) + " " + text(fact, "timing") + " "
                                + String.join(" OR ", fact.list("events")) + " ON " + whole(path) + " FOR EACH ROW "
                                + text(fact, "body"));
            case "routine" -> {
                return createRoutine(fact);
            }
            case "grant" -> {
                return grants(path, List.of(), List.of(), fact.list("privileges"), fact.list("grantable"));
            }
            case "partition" -> {
                return withParent;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String action(String words, String action) {
        // A key that states no rule and one that states NO ACTION are two things to MariaDB.
        return switch (action) {
            case "NO ACTION", "" -> "";
            case "NO ACTION (stated)" -> words + "NO ACTION";
            default -> words + action;
        };
    }

    private String check(Fact check) {
        return "CONSTRAINT " + quote(check.name().replaceFirst("/column$", "")) + " CHECK (" + text(check, "expression")
                + ")" + (Boolean.FALSE.equals(check.get("enforced")) ? " NOT ENFORCED" : "");
    }

    private boolean createTable(Fact table) {
        if (!Set.of("table", "system versioned").contains(text(table, "table_kind"))
                || map(table, "options").containsKey("text")) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        expected.parts(table, "column").forEach(c -> lines.add(column(c, false)));
        // The index behind a foreign key has its name; the key finds it there and makes no other.
        expected.parts(table, "index").forEach(i -> lines.add(key(i)));
        expected.parts(table, "check_constraint").stream()
                .filter(c -> !text(c, "level").equals("column"))
                .forEach(c -> lines.add(check(c)));
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(name(table.path()))
                .append(" (\n  ")
                .append(String.join(",\n  ", lines))
                .append("\n)");
        table.text("engine").ifPresent(e -> sql.append(" ENGINE = ").append(quote(e)));
        table.text("collation").ifPresent(c -> sql.append(" DEFAULT COLLATE = ").append(quote(c)));
        table.text("row_format")
                .filter(PLAIN_OPTION.asMatchPredicate())
                .ifPresent(r -> sql.append(" ROW_FORMAT = ").append(r));
        map(table, "options").forEach((k, v) -> sql.append(' ').append(option(k, v)));
        table.text("comment").ifPresent(c -> sql.append(" COMMENT = ").append(literal(c)));
        sql.append(text(table, "table_kind").equals("table") ? "" : " WITH SYSTEM VERSIONING");
        statement(Phase.TABLE, sql.toString());
        return true;
    }

    private String option(String name, String value) {
        return (PLAIN_OPTION.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : quote(name)) + " = "
                + (PLAIN_OPTION.matcher(value).matches() && !name.equals("encryption") ? value : literal(value));
    }

    private String definer(Fact fact) {
        return fact.text("definer").map(d -> " DEFINER = " + account(d)).orElse("");
    }

    private void createView(Fact view) {
        statement(
                Phase.VIEW,
                "CREATE OR REPLACE"
                        + (mariadb
                                ? view.text("algorithm")
                                        .map(a -> " ALGORITHM = " + a)
                                        .orElse("")
                                : "")
                        + definer(view) + " SQL SECURITY " + text(view, "security") + " VIEW " + name(view.path())
                        + " AS\n" + text(view, "definition")
                        + view.text("check_option")
                                .map(o -> "\nWITH " + o + " CHECK OPTION")
                                .orElse(""));
    }

    private static String sequence(Fact fact) {
        return " START WITH " + text(fact, "start") + " INCREMENT BY " + text(fact, "increment") + " MINVALUE "
                + text(fact, "minimum")
                + (text(fact, "maximum").isEmpty() ? "" : " MAXVALUE " + text(fact, "maximum"))
                + (text(fact, "cache").equals("0") ? " NOCACHE" : " CACHE " + text(fact, "cache"))
                + (fact.isTrue("cycle") ? " CYCLE" : " NOCYCLE");
    }

    private boolean createRoutine(Fact fact) {
        String kind = text(fact, "routine_kind");
        boolean function = kind.equals("function");
        if (!(function || kind.equals("procedure"))
                || fact.text("body").isEmpty()
                || !text(fact, "language").equals("SQL")
                || text(fact, "sql_mode").contains("ORACLE")) {
            return false;
        }
        String arguments = text(fact, "arguments");
        // Only procedures have modes.
        String written = function ? arguments.replaceAll("(^|, )in ", "$1") : arguments;
        statement(
                Phase.ROUTINE,
                "CREATE" + definer(fact) + (function ? " FUNCTION " : " PROCEDURE ") + routine(fact.path()) + "("
                        + written + ")"
                        + (function ? " RETURNS " + text(fact, "returns") : "")
                        + fact.text("comment")
                                .map(c -> " COMMENT " + literal(c))
                                .orElse("")
                        + (fact.isTrue("deterministic") ? " DETERMINISTIC" : "") + " " + text(fact, "data_access")
                        + " SQL SECURITY " + (fact.isTrue("security_definer") ? "DEFINER" : "INVOKER") + "\n"
                        + text(fact, "body"));
        return true;
    }

    /** A routine that shares its name with another has its kind after the name. */
    private String routine(FactPath path) {
        return name(List.of(path.names().get(0), path.name().replaceFirst("/(function|procedure)$", "")));
    }

    private void modify(FactPath table, String column) {
        modify(table, column, false);
    }

    private void modify(FactPath table, String column, boolean moved) {
        List<String> names = new ArrayList<>(table.names());
        names.add(column);
        expected.find(new FactPath("column", names)).ifPresent(c -> {
            if (columnsDone.add(c.path().toString())) {
                edit(c.path()).columns.add("MODIFY COLUMN " + column(c, true) + (moved ? place(c) : ""));
            }
        });
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        switch (fact.kind().name()) {
            case "schema" -> script.destroy(Phase.DROP_SCHEMA, "DROP DATABASE " + name(path), LOSES_ROWS);
            case "table" -> script.destroy(Phase.DROP_TABLE, "DROP TABLE " + name(path), LOSES_ROWS);
            case "column" -> {
                if (ofTable(path)) {
                    edit(path).drops.add("DROP COLUMN " + quote(path.name()));
                    if (fact.text("generated").isEmpty()) {
                        edit(path).losses.add("column " + fact.path() + ": " + LOSES_VALUES);
                    }
                }
            }
            case "primary_key", "unique_constraint", "index" -> dropKey(path);
            case "foreign_key" ->
                statement(
                        Phase.DROP_FOREIGN_KEY,
                        "ALTER TABLE " + whole(path) + " DROP FOREIGN KEY " + quote(path.name()));
            case "check_constraint" -> {
                if (text(fact, "level").equals("column")) {
                    modify(in(path, "table"), path.name());
                } else {
                    edit(path)
                            .drops
                            .add((mariadb ? "DROP CONSTRAINT " : "DROP CHECK ")
                                    + quote(path.name().replaceFirst("/column$", "")));
                }
            }
            case "view" -> statement(Phase.DROP_VIEW, "DROP VIEW " + name(path));
            case "sequence" ->
                script.destroy(
                        Phase.DROP_SEQUENCE, "DROP SEQUENCE " + name(path), "the position of the sequence is lost");
            case "trigger" ->
                statement(
                        Phase.DROP_TRIGGER,
                        "DROP TRIGGER " + name(List.of(path.names().get(0), path.name())));
            case "event" -> statement(Phase.DROP_TRIGGER, "DROP EVENT " + name(path));
            case "routine" -> {
                String kind = text(fact, "routine_kind");
                if (kind.startsWith("package")) {
                    return false;
                }
                statement(
                        Phase.DROP_ROUTINE,
                        "DROP " + (kind.equals("procedure") ? "PROCEDURE " : "FUNCTION ") + routine(path));
            }
            case "grant" -> {
                return grants(path, fact.list("privileges"), fact.list("grantable"), List.of(), List.of());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        String to = quote(fact.name());
        switch (path.kind()) {
            case "table", "view" -> statement(Phase.RENAME, "RENAME TABLE " + name(path) + " TO " + name(fact.path()));
            case "sequence" -> statement(Phase.RENAME, "ALTER TABLE " + name(path) + " RENAME TO " + name(fact.path()));
            case "column" -> {
                if (ofTable(fact.path())) {
                    statement(
                            Phase.RENAME,
                            "ALTER TABLE " + whole(path) + " RENAME COLUMN " + quote(path.name()) + " TO " + to);
                }
            }
            case "index" ->
                statement(
                        Phase.RENAME,
                        "ALTER TABLE " + whole(path) + " RENAME INDEX " + quote(path.name()) + " TO " + to);
            case "unique_constraint" -> {
                boolean said = all.stream()
                        .anyMatch(c -> c.path().kind().equals("index")
                                && c.type() == Change.Type.RENAMED
                                && c.path().names().equals(change.path().names()));
                if (!said) {
                    statement(
                            Phase.RENAME,
                            "ALTER TABLE " + whole(path) + " RENAME INDEX " + quote(path.name()) + " TO " + to);
                }
            }
            case "foreign_key", "check_constraint", "trigger", "routine" -> {
                Optional<Fact> there = actual.find(change.path());
                return there.isPresent() && drop(there.get(), path) && create(fact, false);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        switch (before.kind().name()) {
            case "schema" -> changeSchema(before, changes);
            case "table" -> changeTable(before, after, changes);
            case "column" -> changeColumn(before, after, changes);
            case "primary_key", "unique_constraint" -> {
                dropKey(path);
                index(expected, path).ifPresent(this::addKey);
                changes.clear();
            }
            case "index" -> changeIndex(before, changes);
            case "check_constraint" -> {
                boolean wasColumn = text(after, "level").equals("column");
                boolean isColumn = text(before, "level").equals("column");
                if (wasColumn || isColumn) {
                    modify(in(path, "table"), path.name().replaceFirst("/column$", ""));
                }
                if (!wasColumn) {
                    drop(after, path);
                }
                if (!isColumn) {
                    create(before, false);
                }
                changes.clear();
            }
            case "foreign_key", "trigger", "routine" -> {
                boolean position = changes.containsKey("position") && changes.size() == 1;
                if (!position) {
                    again(before, path, after, changes);
                }
            }
            case "view" -> {
                createView(before);
                changes.remove("definition");
                List.of("definer", "security", "check_option", "algorithm").forEach(changes::remove);
            }
            case "sequence" -> {
                statement(Phase.SEQUENCE, "ALTER SEQUENCE " + name(path) + sequence(before));
                changes.clear();
            }
            case "grant" -> {
                if (grants(
                        path,
                        after.list("privileges"),
                        after.list("grantable"),
                        before.list("privileges"),
                        before.list("grantable"))) {
                    changes.clear();
                }
            }
            default -> {}
        }
    }

    private void changeSchema(Fact before, Map<String, Change> changes) {
        String alter = "ALTER DATABASE" + (before.name().isEmpty() ? "" : " " + name(before.path()));
        if (changes.remove("collation") != null) {
            before.text("collation").ifPresent(c -> statement(Phase.SCHEMA, alter + " COLLATE " + quote(c)));
        }
        if (changes.remove("comment") != null) {
            statement(
                    Phase.SCHEMA,
                    alter + " COMMENT " + literal(before.text("comment").orElse("")));
        }
    }

    private void changeColumn(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        if (!ofTable(path)) {
            // A view's columns follow from its definition.
            changes.clear();
            return;
        }
        boolean stored = text(before, "generated_kind").equals(text(after, "generated_kind"))
                && text(before, "generated").equals(text(after, "generated"));
        boolean virtual = text(before, "generated_kind").equals("virtual")
                || text(after, "generated_kind").equals("virtual");
        if (!stored && (virtual || after.text("generated").isEmpty())) {
            // A virtual column cannot become a stored one, nor a plain one a computed one that is virtual.
            if (columnsDone.add(path.toString())) {
                edit(path).drops.add("DROP COLUMN " + quote(path.name()));
                edit(path).columns.add("ADD COLUMN " + column(before, false) + place(before));
                if (after.text("generated").isEmpty()) {
                    edit(path).losses.add("column " + after.path() + ": " + LOSES_VALUES);
                }
            }
        } else {
            modify(in(path, "table"), path.name(), changes.containsKey("position"));
            boolean typed = changes.containsKey("type") || changes.containsKey("collation");
            if (typed
                    && before.text("generated").isEmpty()
                    && ((changes.containsKey("collation")
                                    && !text(after, "charset").equals(text(before, "charset")))
                            || Narrowing.may(text(after, "type"), text(before, "type")))) {
                edit(path).losses.add("column " + after.path() + ": values that do not fit are refused or changed");
            }
        }
        changes.clear();
    }

    private void changeIndex(Fact before, Map<String, Change> changes) {
        FactPath path = before.path();
        if (changes.size() == 1 && changes.remove("visible") != null) {
            boolean visible = before.isTrue("visible");
            edit(path)
                    .keys
                    .add("ALTER INDEX " + quote(path.name())
                            + (mariadb ? visible ? " NOT IGNORED" : " IGNORED" : visible ? " VISIBLE" : " INVISIBLE"));
            return;
        }
        if (changes.remove("valid") != null) {
            statement(
                    Phase.COMMENT,
                    "ALTER TABLE " + whole(path) + (before.isTrue("valid") ? " ENABLE KEYS" : " DISABLE KEYS"));
        }
        boolean engine = changes.containsKey("method")
                && changes.size() == 1
                && expected.find(in(path, "table"))
                        .flatMap(t -> actual.find(t.path())
                                .map(a -> !text(t, "engine").equals(text(a, "engine"))))
                        .orElse(false);
        if (!changes.isEmpty() && !engine) {
            dropKey(path);
            addKey(before);
        }
        changes.clear();
    }

    private void changeTable(Fact before, Fact after, Map<String, Change> changes) {
        Edit edit = edits.computeIfAbsent(before.path(), t -> new Edit());
        if (changes.remove("engine") != null) {
            edit.keys.add("ENGINE = " + quote(text(before, "engine")));
        }
        if (changes.remove("collation") != null) {
            edit.keys.add("DEFAULT COLLATE = " + quote(text(before, "collation")));
            expected.parts(before, "column").stream()
                    .filter(c -> holdsText(c) && actual.find(c.path()).isPresent())
                    .forEach(c -> modify(before.path(), c.name()));
            if (!text(before, "charset").equals(text(after, "charset"))) {
                edit.losses.add(
                        "table " + before.path() + ": letters that the character set lacks are refused or changed");
            }
        }
        if (changes.remove("comment") != null) {
            edit.keys.add("COMMENT = " + literal(before.text("comment").orElse("")));
        }
        if (changes.remove("row_format") != null) {
            edit.keys.add("ROW_FORMAT = " + before.text("row_format").orElse("DEFAULT"));
        }
        Map<String, String> wanted = map(before, "options");
        Map<String, String> there = map(after, "options");
        if (!wanted.containsKey("text") && !there.containsKey("text") && changes.remove("options") != null) {
            wanted.forEach((k, v) -> {
                if (!v.equals(there.get(k))) {
                    edit.keys.add(option(k, v));
                }
            });
            there.keySet().stream()
                    .filter(k -> !wanted.containsKey(k))
                    .forEach(k -> edit.keys.add(option(k, usual(k))));
        }
        if (Set.of("table", "system versioned")
                        .containsAll(Set.copyOf(List.of(text(before, "table_kind"), text(after, "table_kind"))))
                && changes.remove("table_kind") != null) {
            if (text(before, "table_kind").equals("table")) {
                script.destroy(
                        Phase.COLUMN,
                        "ALTER TABLE " + name(before.path()) + " DROP SYSTEM VERSIONING",
                        "the history of rows is lost");
            } else {
                statement(Phase.COLUMN, "ALTER TABLE " + name(before.path()) + " ADD SYSTEM VERSIONING");
            }
        }
    }

    private static String usual(String option) {
        return option.startsWith("stats_") || option.equals("pack_keys") || option.equals("transactional")
                ? "DEFAULT"
                : "0";
    }

    /** Of the server, a schema, a table, a column or a routine. */
    private boolean grants(
            FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        List<String> names = path.names();
        FactPath object = new FactPath(names.get(0), names.subList(1, names.size() - 1));
        String suffix = names.get(0).equals("column") ? " (" + quote(object.name()) + ")" : "";
        String on = switch (names.get(0)) {
            case "server" -> "*.*";
            // The name is a pattern there.
            case "schema" ->
                object.name().isEmpty()
                        ? "*"
                        : quote(object.name()
                                        .replace("\\", "\\\\")
                                        .replace("_", "\\_")
                                        .replace("%", "\\%")) + ".*";
            case "table", "view" -> name(object);
            case "column" -> whole(object);
            case "routine" ->
                expected.find(object)
                        .or(() -> actual.find(object))
                        .map(r -> (text(r, "routine_kind").equals("procedure") ? "PROCEDURE " : "FUNCTION ")
                                + routine(object))
                        .orElse("");
            default -> "";
        };
        if (on.isEmpty()) {
            return false;
        }
        String account = account(path.name());
        List<String> gone = without(has, wants);
        List<String> fresh = without(wants, has);
        if (!passes.isEmpty() && mayPass.isEmpty()) {
            statement(Phase.GRANT, "REVOKE GRANT OPTION ON " + on + " FROM " + account);
        }
        if (!gone.isEmpty()) {
            statement(Phase.GRANT, "REVOKE " + list(gone, suffix) + " ON " + on + " FROM " + account);
        }
        boolean option = passes.isEmpty() && !mayPass.isEmpty();
        if (!fresh.isEmpty() || option) {
            statement(
                    Phase.GRANT,
                    "GRANT " + (fresh.isEmpty() ? "USAGE" : list(fresh, suffix)) + " ON " + on + " TO " + account
                            + (option ? " WITH GRANT OPTION" : ""));
        }
        return true;
    }

    private static String list(List<String> privileges, String suffix) {
        return privileges.stream().map(p -> p + suffix).collect(Collectors.joining(", "));
    }
}
