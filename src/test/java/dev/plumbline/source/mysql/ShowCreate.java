package dev.plumbline.source.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server itself says of each object of a schema and of each account: the independent oracle of the reader.
 * Counters and hashes of passwords are taken out, for the reader leaves them out on purpose.
 */
final class ShowCreate {

    /** A hash of caching_sha2_password is binary: it may hold quotes, doubled or behind a backslash, and line ends. */
    private static final Pattern SECRET =
            Pattern.compile("(PASSWORD|AS|USING) '(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);

    /** What follows the name of a table where the order of its columns is meant; no name holds the character 0. */
    static final String ORDER = " \0order";

    private static final Pattern PART = Pattern.compile(
            "^  (?:`(?<column>(?:[^`]|``)*)` |PRIMARY KEY |"
                    + "(?:(?:UNIQUE |FULLTEXT |SPATIAL )?KEY `(?<key>(?:[^`]|``)*)` )|(?:CONSTRAINT|PERIOD FOR) `(?<constraint>(?:[^`]|``)*)` )");

    private final Connection connection;
    private final String schema;
    private final Map<String, String> texts = new TreeMap<>();

    private ShowCreate(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Texts by object, for instance {@code table customer}. */
    static Map<String, String> of(Connection connection, String schema) throws SQLException {
        ShowCreate oracle = new ShowCreate(connection, schema);
        oracle.read();
        return oracle.texts;
    }

    private void read() throws SQLException {
        put("schema", "show create database " + quote(schema), 2);
        for (List<String> row : rows("show full tables")) {
            String name = row.get(0);
            switch (row.get(1)) {
                case "VIEW" -> put("view " + name, "show create view " + quote(name), 2);
                case "SEQUENCE" -> put("sequence " + name, "show create sequence " + quote(name), 2);
                default -> putTable(name);
            }
        }
        for (List<String> row : rows(
                "select routine_type, routine_name from information_schema.routines where routine_schema = database()")) {
            String show = "show create " + row.get(0) + " " + quote(row.get(1));
            put("routine " + row.get(1), show, 2, 3, 4, 5, 6);
        }
        for (List<String> row : rows("show triggers")) {
            put("trigger " + row.get(0), "show create trigger " + quote(row.get(0)), 2, 3, 4, 5, 6);
        }
        for (List<String> row : rows("show events")) {
            put("event " + row.get(1), "show create event " + quote(row.get(1)), 2, 3, 4, 5, 6, 7);
        }
        boolean mariadb = rows("select version()").get(0).get(0).contains("MariaDB");
        for (List<String> row : rows(
                "select user, host from mysql.user where user like 'mut\\_%' or user like 'gen\\_%' or (user = 'root' and host = 'localhost')")) {
            boolean role = mariadb && row.get(1).isEmpty();
            String account = role ? quote(row.get(0)) : quote(row.get(0)) + "@" + quote(row.get(1));
            StringBuilder text = new StringBuilder();
            rows("show grants for " + account).stream()
                    .map(grant -> grant.get(0))
                    // Those that a role has from others are theirs.
                    .filter(grant -> !role
                            || grant.replaceFirst(" WITH (GRANT|ADMIN) OPTION$", "")
                                    .endsWith(" TO " + account))
                    .sorted()
                    .forEach(line -> text.append(line).append('\n'));
            // Those on columns of a table on which the account has all there is are not shown: they are there again
            // once
            // that is revoked.
            rows("select db, table_name, column_name, column_priv from mysql.columns_priv where user = "
                            + text(row.get(0)) + " and host = " + text(row.get(1)) + " order by 1, 2, 3")
                    .forEach(column -> text.append(column).append('\n'));
            if (!role) {
                rows("show create user " + account)
                        .forEach(line -> text.append(line.get(0)).append('\n'));
            }
            texts.put(
                    "account " + row.get(0) + (role ? "" : "@" + row.get(1)),
                    SECRET.matcher(text).replaceAll("$1 '…'"));
        }
    }

    private static String text(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private void put(String object, String show, int... columns) throws SQLException {
        List<String> row = rows(show).get(0);
        StringBuilder text = new StringBuilder();
        for (int column : columns) {
            if (column <= row.size()) {
                text.append(row.get(column - 1)).append('\n');
            }
        }
        texts.merge(object, text.toString(), String::concat);
    }

    /**
     * Columns, keys and constraints of a table are objects of their own, and so is the order of its columns: a change of
     * one of them must not hide that another was missed.
     */
    private void putTable(String name) throws SQLException {
        String table = "table " + name;
        StringBuilder rest = new StringBuilder();
        StringBuilder order = new StringBuilder();
        for (String line :
                rows("show create table " + quote(name)).get(0).get(1).split("\n", -1)) {
            String text = line.replaceFirst(",$", "").replaceAll(" AUTO_INCREMENT=\\d+", "");
            Matcher part = PART.matcher(text);
            if (!part.find()) {
                rest.append(text).append('\n');
            } else if (part.group("column") != null) {
                texts.put(table + " column " + unquoted(part.group("column")), text);
                order.append(unquoted(part.group("column"))).append('\0');
            } else if (part.group("key") != null) {
                texts.put(table + " key " + unquoted(part.group("key")), text);
            } else if (part.group("constraint") != null) {
                texts.put(table + " constraint " + unquoted(part.group("constraint")), text);
            } else {
                texts.put(table + " key PRIMARY", text);
            }
        }
        texts.put(table, rest.toString());
        texts.put(table + ORDER, order.toString());
    }

    private static String unquoted(String name) {
        return name.replace("``", "`");
    }

    private List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
