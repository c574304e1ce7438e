package dev.plumbline.source;

import dev.plumbline.source.SqlScript.Token;
import dev.plumbline.source.SqlShape.Flag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the words of one statement. */
final class StatementReader {

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

    private final List<Token> tokens;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> destroys = new ArrayList<>();
    private final List<String> endangers = new ArrayList<>();
    private String table = "";
    private String column = "";
    private int at;

    StatementReader(List<Token> tokens) {
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
        while (has(at, "INTO") || has(at, "FROM") || has(at, "ONLY") || has(at, "IGNORE") || has(at, "LOW_PRIORITY")) {
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
        String type =
                (materialized ? "materialized " : "") + tokens.get(at).text().toLowerCase(Locale.ROOT);
        at++;
        while (has(at, "IF") || has(at, "NOT") || has(at, "EXISTS") || has(at, "CONCURRENTLY") || has(at, "ONLY")) {
            at++;
        }
        if (type.equals("index") || type.equals("trigger") || type.equals("policy") || type.equals("rule")) {
            onTable(verb, type);
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

    private void onTable(String verb, String type) {
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
                    add(AlterAction.read(table, action));
                    action = new ArrayList<>();
                } else {
                    depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
                    action.add(tokens.get(at));
                }
            }
        }
    }

    private void add(AlterAction action) {
        flags.addAll(action.flags());
        destroys.addAll(action.destroys());
        endangers.addAll(action.endangers());
        // An action that is about a constraint leaves the column of the one before.
        column = action.column().orElse(column);
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
