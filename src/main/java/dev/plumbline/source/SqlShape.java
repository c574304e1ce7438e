package dev.plumbline.source;

import dev.plumbline.source.SqlScript.Statement;
import dev.plumbline.source.SqlScript.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a statement does, told from its words alone: enough to judge a migration, not to run it.
 *
 * @param operation in lower case: {@code create table}, {@code insert}, {@code alter table} …
 * @param table the table it is about, or the other object it creates or drops; empty if it has none
 * @param column the column, if it is about one; else empty
 * @param flags what matters for judging it
 * @param destroys what is lost, for instance {@code drop column orders.total}; sorted by place
 * @param endangers what breaks code that is running
 */
public record SqlShape(
        String operation, String table, String column, Set<Flag> flags, List<String> destroys, List<String> endangers) {

    public SqlShape {
        flags = Set.copyOf(flags);
        destroys = List.copyOf(destroys);
        endangers = List.copyOf(endangers);
    }

    /** Properties of a statement. */
    public enum Flag {
        SCHEMA_CHANGE,
        DATA_CHANGE,
        /** An UPDATE or DELETE of every row. */
        WITHOUT_WHERE,
        /** Builds or drops an index without blocking. */
        CONCURRENT,
        /** Cannot run inside a transaction. */
        NO_TRANSACTION,
        RENAME,
        NOT_NULL_WITHOUT_DEFAULT,
        /** Builds an index on a table that exists. */
        CREATES_INDEX,
        /** Only when, or unless, the object exists. */
        CONDITIONAL
    }

    private static final Set<String> OBJECTS = Set.of(
            "TABLE",
            "INDEX",
            "VIEW",
            "SEQUENCE",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "TYPE",
            "DOMAIN",
            "SCHEMA",
            "DATABASE",
            "KEYSPACE",
            "EXTENSION",
            "ROLE",
            "USER",
            "POLICY",
            "EVENT",
            "RULE",
            "AGGREGATE",
            "SERVER",
            "PUBLICATION",
            "SUBSCRIPTION",
            "COLLATION",
            "CAST",
            "OPERATOR",
            "LANGUAGE",
            "STATISTICS",
            "TABLESPACE",
            "COLUMN");
    private static final Set<String> DATA = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "COPY", "LOAD");

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    static SqlShape of(Statement statement) {
        return new Reader(statement.tokens()).read();
    }

    private static final class Reader {
        private final List<Token> tokens;
        private final Set<Flag> flags = java.util.EnumSet.noneOf(Flag.class);
        private final List<String> destroys = new ArrayList<>();
        private final List<String> endangers = new ArrayList<>();
        private String table = "";
        private String column = "";
        private int at;

        Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        SqlShape read() {
            String verb = tokens.isEmpty() ? "" : tokens.get(0).text();
            if (verb.equals("/") && mentions("!")) {
                verb = "SET";
            }
            String operation = verb.toLowerCase(Locale.ROOT);
            if (has("CONCURRENTLY")) {
                flags.add(Flag.CONCURRENT);
                flags.add(Flag.NO_TRANSACTION);
            }
            if (has("EXISTS") && has("IF")) {
                flags.add(Flag.CONDITIONAL);
            }
            switch (verb) {
                case "CREATE", "DROP", "ALTER" -> operation = object(verb);
                case "TRUNCATE" -> {
                    flags.add(Flag.DATA_CHANGE);
                    at = has(1, "TABLE") ? 2 : 1;
                    table = name();
                    destroys.add("empties " + table);
                }
                case "WITH" -> operation = dataInside();
                case "BEGIN" -> {
                    if (has("BATCH")) {
                        operation = "batch";
                        flags.add(Flag.DATA_CHANGE);
                    }
                }
                case "GRANT", "REVOKE", "COMMENT", "SECURITY" -> flags.add(Flag.SCHEMA_CHANGE);
                case "RENAME" -> {
                    flags.add(Flag.SCHEMA_CHANGE);
                    flags.add(Flag.RENAME);
                    at = 2;
                    table = name();
                    endangers.add("renames " + table);
                }
                case "VACUUM", "REINDEX", "CLUSTER" -> {
                    if (verb.equals("VACUUM")) {
                        flags.add(Flag.NO_TRANSACTION);
                    }
                }
                case "REFRESH" -> flags.add(Flag.DATA_CHANGE);
                case "DO", "CALL", "EXECUTE" -> {
                    // What a block or a procedure does is not told by its words.
                    flags.add(Flag.SCHEMA_CHANGE);
                    flags.add(Flag.DATA_CHANGE);
                }
                default -> {
                    if (DATA.contains(verb)) {
                        data(verb);
                    }
                }
            }
            return new SqlShape(operation, table, column, flags, destroys, endangers);
        }

        private String dataInside() {
            int depth = 0;
            for (int i = 0; i < tokens.size(); i++) {
                depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
                String word = tokens.get(i).text();
                if (depth == 0 && tokens.get(i).type() == Token.Type.WORD && DATA.contains(word)) {
                    at = i;
                    data(word);
                    return word.toLowerCase(Locale.ROOT);
                }
            }
            return "select";
        }

        private void data(String verb) {
            flags.add(Flag.DATA_CHANGE);
            at++;
            while (has(at, "INTO")
                    || has(at, "FROM")
                    || has(at, "ONLY")
                    || has(at, "IGNORE")
                    || has(at, "LOW_PRIORITY")) {
                at++;
            }
            table = name();
            boolean where = tokens.subList(Math.min(at, tokens.size()), tokens.size()).stream()
                    .anyMatch(t -> t.is("WHERE") || t.is("LIMIT") || t.is("USING") || t.is("JOIN"));
            if ((verb.equals("UPDATE") || verb.equals("DELETE")) && !where) {
                flags.add(Flag.WITHOUT_WHERE);
                if (verb.equals("DELETE")) {
                    destroys.add("deletes every row of " + table);
                }
            }
        }

        private String object(String verb) {
            flags.add(Flag.SCHEMA_CHANGE);
            at = 1;
            while (at < tokens.size()
                    && !(tokens.get(at).type() == Token.Type.WORD
                            && OBJECTS.contains(tokens.get(at).text()))) {
                at++;
            }
            if (at >= tokens.size()) {
                at = 1;
                return verb.toLowerCase(Locale.ROOT);
            }
            boolean materialized = has(at - 1, "MATERIALIZED");
            String type = (materialized ? "materialized " : "")
                    + tokens.get(at).text().toLowerCase(Locale.ROOT);
            boolean unique = has(at - 1, "UNIQUE");
            at++;
            while (has(at, "IF") || has(at, "NOT") || has(at, "EXISTS") || has(at, "CONCURRENTLY") || has(at, "ONLY")) {
                at++;
            }
            if (type.equals("index") || type.equals("trigger") || type.equals("policy") || type.equals("rule")) {
                onTable(verb, type, unique);
            } else {
                table = name();
                if (type.equals("table")) {
                    table(verb);
                } else if (verb.equals("DROP")
                        && Set.of("schema", "database", "keyspace", "type").contains(type)) {
                    destroys.add("drop " + type + " " + table);
                }
            }
            boolean whole = Set.of("database", "tablespace", "subscription").contains(type);
            if (whole || (verb.equals("ALTER") && type.equals("type") && has("ADD") && has("VALUE"))) {
                flags.add(Flag.NO_TRANSACTION);
            }
            if (verb.equals("ALTER") && has("RENAME") && !type.equals("table")) {
                flags.add(Flag.RENAME);
                endangers.add("renames " + type + " " + table);
            }
            return verb.toLowerCase(Locale.ROOT) + " " + type;
        }

        private void onTable(String verb, String type, boolean unique) {
            if (type.equals("index") && verb.equals("CREATE")) {
                flags.add(Flag.CREATES_INDEX);
            }
            String own = has(at, "ON") ? "" : name();
            for (int i = at; i < tokens.size(); i++) {
                if (tokens.get(i).is("ON")) {
                    at = has(i + 1, "ONLY") ? i + 2 : i + 1;
                    table = name();
                    return;
                }
            }
            table = own;
            if (unique) {
                column = "";
            }
        }

        private void table(String verb) {
            if (verb.equals("DROP")) {
                destroys.add("drop table " + table);
                while (has(at, ",")) {
                    at++;
                    destroys.add("drop table " + name());
                }
            } else if (verb.equals("ALTER")) {
                List<Token> action = new ArrayList<>();
                int depth = 0;
                for (; at <= tokens.size(); at++) {
                    boolean end =
                            at == tokens.size() || (depth == 0 && tokens.get(at).is(","));
                    if (end) {
                        action(action);
                        action = new ArrayList<>();
                    } else {
                        depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
                        action.add(tokens.get(at));
                    }
                }
            }
        }

        private void action(List<Token> action) {
            Action words = new Action(action);
            String verb = words.next();
            switch (verb) {
                case "ADD" -> {
                    if (words.skip("INDEX") || words.skip("KEY") || (words.skip("UNIQUE") && !words.has("USING"))) {
                        flags.add(Flag.CREATES_INDEX);
                    } else if (!words.isConstraint()) {
                        words.skip("COLUMN");
                        words.skipConditions();
                        if (words.skip("(")) {
                            words.skip("(");
                        }
                        column = words.name();
                        boolean filled = words.has("DEFAULT")
                                || words.has("GENERATED")
                                || words.has("AS")
                                || words.has("AUTO_INCREMENT")
                                || words.has("SERIAL")
                                || words.has("BIGSERIAL");
                        if (words.hasNotNull() && !filled) {
                            flags.add(Flag.NOT_NULL_WITHOUT_DEFAULT);
                            endangers.add("adds " + table + "." + column + " NOT NULL without a default");
                        }
                    }
                }
                case "DROP" -> {
                    if (!words.isConstraint()
                            && !words.skip("INDEX")
                            && !words.skip("KEY")
                            && !words.skip("PARTITION")) {
                        words.skip("COLUMN");
                        words.skipConditions();
                        words.skip("(");
                        column = words.name();
                        destroys.add("drop column " + table + "." + column);
                    }
                }
                case "RENAME" -> {
                    flags.add(Flag.RENAME);
                    boolean constraint = words.skip("CONSTRAINT") || words.skip("INDEX") || words.skip("KEY");
                    if (!constraint) {
                        boolean ofColumn = words.skip("COLUMN");
                        boolean ofTable = words.skip("TO") || words.skip("AS");
                        column = ofTable && !ofColumn ? "" : words.name();
                        endangers.add("renames " + table + (column.isEmpty() ? "" : "." + column));
                    }
                }
                case "ALTER" -> {
                    words.skip("COLUMN");
                    column = words.name();
                    if (words.has("TYPE")) {
                        endangers.add("changes the type of " + table + "." + column);
                    } else if (words.hasNotNull() && words.has("SET")) {
                        endangers.add("makes " + table + "." + column + " NOT NULL");
                    }
                }
                case "MODIFY", "CHANGE" -> {
                    words.skip("COLUMN");
                    column = words.name();
                    if (verb.equals("CHANGE") && !words.name().equals(column)) {
                        flags.add(Flag.RENAME);
                        endangers.add("renames " + table + "." + column);
                    }
                    if (words.hasNotNull()) {
                        endangers.add("makes " + table + "." + column + " NOT NULL");
                    }
                    endangers.add("may change the type of " + table + "." + column);
                }
                default -> {}
            }
        }

        private boolean has(int index, String word) {
            return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
        }

        private boolean has(String word) {
            return tokens.stream().anyMatch(t -> t.is(word));
        }

        private boolean mentions(String mark) {
            return tokens.stream().limit(4).anyMatch(t -> t.is(mark));
        }

        /** A name with its qualifiers, joined by dots. */
        private String name() {
            StringBuilder out = new StringBuilder();
            while (at < tokens.size() && tokens.get(at).isName()) {
                out.append(tokens.get(at).written());
                at++;
                if (!has(at, ".")) {
                    break;
                }
                out.append('.');
                at++;
            }
            return out.toString();
        }
    }

    /** One action of an ALTER TABLE. */
    private static final class Action {
        private final List<Token> tokens;
        private int at;

        Action(List<Token> tokens) {
            this.tokens = tokens;
        }

        String next() {
            return at < tokens.size() ? tokens.get(at++).text() : "";
        }

        boolean skip(String word) {
            if (at < tokens.size() && tokens.get(at).is(word)) {
                at++;
                return true;
            }
            return false;
        }

        void skipConditions() {
            boolean more = true;
            while (more) {
                more = skip("IF") || skip("NOT") || skip("EXISTS");
            }
        }

        boolean isConstraint() {
            return at < tokens.size()
                    && Set.of(
                                    "CONSTRAINT",
                                    "PRIMARY",
                                    "FOREIGN",
                                    "CHECK",
                                    "UNIQUE",
                                    "EXCLUDE",
                                    "PARTITION",
                                    "INDEX",
                                    "KEY",
                                    "FULLTEXT",
                                    "SPATIAL")
                            .contains(
                                    tokens.get(at).type() == Token.Type.WORD
                                            ? tokens.get(at).text()
                                            : "");
        }

        String name() {
            return at < tokens.size() && tokens.get(at).isName()
                    ? tokens.get(at++).written()
                    : "";
        }

        boolean has(String word) {
            return tokens.stream().anyMatch(t -> t.is(word));
        }

        boolean hasNotNull() {
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("NOT") && tokens.get(i + 1).is("NULL")) {
                    return true;
                }
            }
            return false;
        }
    }
}
