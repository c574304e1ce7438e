package dev.plumbline.source.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A random schema of MariaDB or MySQL, the same for the same seed, and random statements that change it. */
final class GeneratedSchema {

    /** Made before and dropped after, since it belongs to the whole server. */
    static final String ROLE = "gen_reader";

    /**
     * A type with values that it can have as a default.
     *
     * @param plain whether an index can have it without a prefix
     */
    private record Type(String sql, boolean plain, List<String> defaults) {

        private Type {
            defaults = List.copyOf(defaults);
        }

        private Type(String sql, boolean plain, String... defaults) {
            this(sql, plain, List.of(defaults));
        }
    }

    /** Numbers come first, so that there is something to compute with. */
    private static final List<Type> COMMON = List.of(
            new Type("int", true, "0", "-1", "(40 + 2)"),
            new Type("bigint unsigned", true, "0", "18446744073709551615"),
            new Type("decimal(10,2)", true, "0", "1.50", "-3.14"),
            new Type("double", true, "1e10", "0.1"),
            new Type("tinyint(1)", true, "true", "0"),
            new Type("smallint zerofill", true, "7"),
            new Type("varchar(20)", true, "''", "'it''s'", "(upper('x'))"),
            new Type("varchar(30) character set latin1", true, "'a'", "(concat('a', 'b'))"),
            new Type("char(3) collate utf8mb4_bin", true, "'EUR'", "'Ünï'"),
            new Type("enum('a','b c','it''s')", true, "'b c'"),
            new Type("set('x','y')", true, "'x,y'"),
            new Type("date", true, "'2020-01-01'", "(curdate())"),
            new Type(
                    "datetime(3)", true, "current_timestamp(3)", "current_timestamp(3) on update current_timestamp(3)"),
            new Type("time", true, "'10:00:00'"),
            new Type("year", true, "2020"),
            new Type("varbinary(16)", true, "'x'"),
            new Type("bit(4)", true, "b'101'"));

    private static final List<Type> OF_MARIADB = List.of(
            new Type("uuid", true, "uuid()"),
            new Type("inet6", true, "'::1'"),
            new Type("json", false, "'{}'"),
            new Type("text", false, "'t'"),
            new Type("blob", false, "''"));

    private static final List<Type> OF_MYSQL = List.of(
            new Type("char(36)", true, "(uuid())"),
            new Type("json", false, "(json_object())"),
            new Type("text", false, "('t')", "(concat('a', 'it''s'))"),
            new Type("blob", false, "('')"),
            new Type("point srid 4326", false));

    private static final int NUMBERS = 4;

    private final boolean mariadb;
    private final List<Type> all;
    private final Random random;
    private final GeneratedDetails details;
    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Map<String, Type> types = new TreeMap<>();
    private final List<List<String>> steps = new ArrayList<>();
    private int names;

    GeneratedSchema(String engine, long seed) {
        random = new Random(seed);
        mariadb = engine.equals("mariadb");
        details = new GeneratedDetails(mariadb, random);
        all = new ArrayList<>(COMMON);
        all.addAll(mariadb ? OF_MARIADB : OF_MYSQL);
        // Options that no engine knows are refused in strict mode.
        steps.add(List.of("set sql_mode = '" + (mariadb ? "IGNORE_BAD_TABLE_OPTIONS" : "STRICT_TRANS_TABLES") + "'"));
        if (mariadb) {
            steps.add(List.of("create sequence numbers start with 10 increment by " + (1 + random.nextInt(5))
                    + " maxvalue 1000" + one("", " cycle")));
        }
        steps.add(List.of(
                "create event ticking on schedule every " + (1 + random.nextInt(3))
                        + " day starts '2030-01-01 00:00:00'" + one("", " on completion preserve")
                        + one("", " disable") + " do set @a = 1",
                "create function twice(x int) returns int deterministic " + one("", "sql security invoker ")
                        + "comment 'it''s' return x * 2",
                "create procedure nothing(in a int, out b varchar(20)) begin set b = a; end"));
        int tables = 3 + random.nextInt(3);
        List<String> creates = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            creates.add(table("t" + i));
        }
        creates.add("create table parted (id int not null, at date not null, primary key (id, at))"
                + one(
                        " partition by range (year(at)) (partition p0 values less than (2020)"
                                + one("", " max_rows = 7") + ", partition p1 values less than maxvalue)",
                        " partition by hash (id) partitions 3"));
        creates.addAll(details.tables());
        steps.add(creates);
        List<String> keys = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String table : columns.keySet()) {
            keys.addAll(List.of(index(table), index(table), comment(table)));
            links.add(foreignKey(table));
            links.add("create trigger " + name("touch") + one(" before", " after") + one(" insert", " update") + " on "
                    + table + " for each row set @touched = " + random.nextInt(9));
            links.add(grant(table));
        }
        steps.add(keys);
        steps.add(links);
        steps.add(List.of(view("v1"), view("v2")));
        steps.add(List.of("grant select on v1 to " + ROLE, "grant execute on procedure nothing to " + ROLE));
    }

    /** The statements that make the schema. */
    List<String> statements() {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** The same in another order, as far as one does not need the other. */
    List<String> reordered() {
        List<String> out = new ArrayList<>();
        for (List<String> step : steps) {
            List<String> other = new ArrayList<>(step);
            Collections.shuffle(other, random);
            out.addAll(other);
        }
        return out;
    }

    /** A statement that changes the schema; the server may refuse it because of an earlier one or what hangs on it. */
    String change() {
        String table = one(columns.keySet().toArray(String[]::new));
        String column = one(columns.get(table).toArray(String[]::new));
        Type type = types.getOrDefault(table + "." + column, all.get(0));
        String alter = "alter table " + table + " ";
        List<Supplier<String>> changes = new ArrayList<>(List.of(
                () -> alter + "add column " + column(table, name("n"), all.get(random.nextInt(all.size())))
                        + one("", " first", " after w"),
                () -> alter + "drop column " + column,
                () -> alter + "alter " + column + " set default "
                        + one(type.defaults().toArray(String[]::new)),
                () -> alter + "modify " + column + " " + type.sql() + one(" not null", " null", " comment 'other'"),
                () -> alter + "modify " + column + " " + one("text", "varchar(40)", "bigint", "decimal(12,3)"),
                () -> alter + "modify w varchar(50) " + one("first", "after g", "after r"),
                () -> alter + "drop index " + table + "_key",
                () -> alter + one("engine = MyISAM", "row_format = compressed", "auto_increment = 77", "comment = 'c'"),
                () -> alter + "rename column " + column + " to " + name("renamed"),
                () -> alter + "drop foreign key fk_" + table,
                () -> index(table),
                () -> comment(table),
                () -> grant(table),
                () -> "revoke select on v1 from " + ROLE,
                () -> table(name("made")),
                () -> "drop table " + table,
                () -> one("drop view v1", "create or replace view v2 as select id from t0 where id > 7"),
                () -> "alter procedure nothing " + one("comment 'c'", "sql security invoker", "reads sql data"),
                () -> "alter event ticking "
                        + one("on schedule every 2 hour", "disable", "comment 'c'", "do set @b = 2"),
                () -> "create or replace "
                        + one("algorithm = temptable ", "algorithm = merge ", "sql security invoker ")
                        + "view v1 as select id, w from t0",
                () -> alter + "add fulltext index " + name("words") + " (w)"
                        + (mariadb ? "" : one("", " with parser ngram")),
                () -> "create trigger " + name("late") + " before delete on " + table + " for each row set @d = old.id",
                () -> alter + "convert to character set utf8mb4 collate " + one("utf8mb4_unicode_ci", "utf8mb4_bin"),
                () -> one("drop function twice", "create view " + name("v") + " as select 1 as one")));
        changes.addAll(mariadb ? ofMariadb(alter, table) : ofMysql(alter));
        changes.addAll(details.changes(alter, column));
        return changes.get(random.nextInt(changes.size())).get();
    }

    private List<Supplier<String>> ofMariadb(String alter, String table) {
        return List.of(
                () -> alter + "add constraint " + name("positive") + " check (r > " + random.nextInt(9) + ")",
                () -> alter + "drop constraint " + table + "_check",
                () -> alter + "engine = Aria",
                () -> alter + "add system versioning",
                () -> "alter sequence numbers " + one("increment by 9", "maxvalue 5000", "cache 7"),
                () -> "create or replace procedure nothing(in a int) begin set @x = a; end");
    }

    private List<Supplier<String>> ofMysql(String alter) {
        return List.of(
                () -> alter + "add index " + name("fx") + " ((" + one("r + 1", "lower(w)", "concat(w, 'it''s')") + ")"
                        + one("", " desc") + ")",
                () -> "drop procedure nothing",
                () -> "grant " + one("create view", "trigger", "lock tables") + " on gen_schema.* to " + ROLE);
    }

    private String table(String table) {
        columns.put(table, new ArrayList<>());
        List<String> lines = new ArrayList<>();
        lines.add("id int not null" + one("", " auto_increment"));
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            lines.add(column(table, "c" + i, all.get(random.nextInt(i == 0 ? NUMBERS : all.size()))));
        }
        lines.add("g double generated always as (c0 * " + (1 + random.nextInt(9)) + ")" + one(" stored", " virtual"));
        lines.add("r int");
        lines.add("w varchar(40)" + one("", " comment 'it''s'", mariadb ? " invisible" : ""));
        lines.add("primary key (id)");
        lines.add("constraint " + table + "_key unique (w" + one("", "(10)") + ", r)");
        if (mariadb) {
            lines.add("constraint " + table + "_check check ("
                    + one("length(w) < 10", "r > 0 or w is null", "r between 1 and 5", "w in ('a', 'b')") + ")");
        }
        return "create table " + table + " (" + String.join(", ", lines) + ") engine = InnoDB"
                + one("", " default character set utf8mb4 collate utf8mb4_bin", " comment 'tab''le'")
                + one("", " row_format = dynamic", " key_block_size = 4") + details.ofTable();
    }

    private String column(String table, String column, Type type) {
        columns.get(table).add(column);
        types.put(table + "." + column, type);
        return column + " " + type.sql() + one("", " not null", "")
                + (type.defaults().isEmpty()
                        ? ""
                        : one("", " default " + one(type.defaults().toArray(String[]::new))))
                + one("", " comment 'Ünï \\\\ n'") + details.ofColumn();
    }

    private String index(String table) {
        String column = columns.get(table).stream()
                .filter(c -> types.getOrDefault(table + "." + c, all.get(0)).plain())
                .skip(random.nextInt(2))
                .findFirst()
                .orElse("r");
        String keys = " (" + one("w(5), ", "w desc, ", "r, ", "") + column + one("", " desc") + ")";
        return "create index " + name("idx") + " on " + table + keys
                + one("", " comment 'why'", mariadb ? " ignored" : " invisible") + details.ofIndex(keys);
    }

    private String comment(String table) {
        return "alter table " + table + " comment = " + one("'plain'", "'it''s'", "'two\\nlines'", "'Ünï'");
    }

    private String foreignKey(String table) {
        return "alter table " + table + " add constraint fk_" + table + " foreign key (r) references "
                + one(columns.keySet().toArray(String[]::new)) + " (id)"
                + one("", " on delete cascade", " on delete restrict")
                + one("", " on update no action");
    }

    private String grant(String table) {
        return "grant " + one("select", "insert, update", "select (w), update (r)", "all") + " on " + table + " to "
                + ROLE;
    }

    private String view(String view) {
        String table = one(columns.keySet().toArray(String[]::new));
        return "create " + one("", "sql security invoker ", "algorithm = merge ") + "view " + view
                + " as select a.id, a.w, b.r + 1 as n, " + details.literal() + " as l from " + table
                + " a join t0 b on b.r = a.r where a.w like 'x%'";
    }

    private String name(String prefix) {
        return prefix + "_" + names++;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
