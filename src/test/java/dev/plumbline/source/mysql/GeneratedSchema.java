package dev.plumbline.source.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A random schema of MariaDB, the same for the same seed, and random statements that change it. */
final class GeneratedSchema {

    /** Made before and dropped after, since it belongs to the whole server. */
    static final String ROLE = "gen_reader";

    /** A type with values that it can have as a default. */
    private record Type(String sql, List<String> defaults) {}

    private static final List<Type> TYPES = List.of(
            new Type("int", List.of("0", "-1", "(40 + 2)")),
            new Type("bigint unsigned", List.of("0", "18446744073709551615")),
            new Type("decimal(10,2)", List.of("0", "1.50", "-3.14")),
            new Type("double", List.of("1e10", "0.1")),
            new Type("tinyint(1)", List.of("true", "0")),
            new Type("smallint zerofill", List.of("7")),
            new Type("varchar(20)", List.of("''", "'it''s'", "(upper('x'))")),
            new Type("varchar(30) character set latin1", List.of("'a'", "(concat('a', 'b'))")),
            new Type("char(3) collate utf8mb4_bin", List.of("'EUR'", "'Ünï'")),
            new Type("enum('a','b c','it''s')", List.of("'b c'")),
            new Type("set('x','y')", List.of("'x,y'")),
            new Type("date", List.of("'2020-01-01'", "(curdate())")),
            new Type(
                    "datetime(3)",
                    List.of("current_timestamp(3)", "current_timestamp(3) on update current_timestamp(3)")),
            new Type("time", List.of("'10:00:00'")),
            new Type("year", List.of("2020")),
            new Type("uuid", List.of("uuid()")),
            new Type("inet6", List.of("'::1'")),
            new Type("varbinary(16)", List.of("'x'")),
            new Type("bit(4)", List.of("b'101'")),
            new Type("json", List.of("'{}'")),
            new Type("text", List.of("'t'")),
            new Type("blob", List.of("''")));

    private static final int NUMBERS = 4;
    private static final int PLAIN = 19;

    private final Random random;
    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Map<String, Type> types = new TreeMap<>();
    private final List<List<String>> steps = new ArrayList<>();
    private int names;

    GeneratedSchema(long seed) {
        random = new Random(seed);
        steps.add(List.of(
                "create sequence numbers start with 10 increment by " + (1 + random.nextInt(5)) + " maxvalue 1000"
                        + one("", " cycle"),
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
                        " partition by range (year(at)) (partition p0 values less than (2020), partition p1 values"
                                + " less than maxvalue)",
                        " partition by hash (id) partitions 3"));
        steps.add(creates);
        List<String> details = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String table : columns.keySet()) {
            details.addAll(List.of(index(table), index(table), comment(table)));
            links.add(foreignKey(table));
            links.add("create trigger " + name("touch") + one(" before", " after") + one(" insert", " update") + " on "
                    + table + " for each row set @touched = " + random.nextInt(9));
            links.add(grant(table));
        }
        steps.add(details);
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
        Type type = types.getOrDefault(table + "." + column, TYPES.get(0));
        String alter = "alter table " + table + " ";
        List<Supplier<String>> all = List.of(
                () -> alter + "add column " + column(table, name("n"), TYPES.get(random.nextInt(TYPES.size())))
                        + one("", " first", " after w"),
                () -> alter + "drop column " + column,
                () -> alter + "alter " + column + " set default "
                        + one(type.defaults().toArray(String[]::new)),
                () -> alter + "alter " + column + " drop default",
                () -> alter + "modify " + column + " " + type.sql() + one(" not null", " null", " comment 'other'"),
                () -> alter + "modify " + column + " " + one("text", "varchar(40)", "bigint", "decimal(12,3)"),
                () -> alter + "modify w varchar(50) " + one("first", "after g", "after r"),
                () -> alter + "add constraint " + name("positive") + " check (r > " + random.nextInt(9) + ")",
                () -> alter + "drop constraint " + table + "_check",
                () -> alter + "drop index " + table + "_key",
                () -> alter + one("engine = Aria", "row_format = compressed", "auto_increment = 77", "comment = 'c'"),
                () -> alter + "rename column " + column + " to " + name("renamed"),
                () -> alter + "drop foreign key fk_" + table,
                () -> index(table),
                () -> comment(table),
                () -> grant(table),
                () -> "revoke select on v1 from " + ROLE,
                () -> table(name("made")),
                () -> "drop table " + table,
                () -> one("drop view v1", "create or replace view v2 as select id from t0 where id > 7"),
                () -> "alter sequence numbers " + one("increment by 9", "maxvalue 5000", "cache 7"),
                () -> "create or replace procedure nothing(in a int) begin set @x = a; end",
                () -> one("drop function twice", "create view " + name("v") + " as select 1 as one"));
        return all.get(random.nextInt(all.size())).get();
    }

    private String table(String table) {
        columns.put(table, new ArrayList<>());
        List<String> lines = new ArrayList<>();
        lines.add("id int not null" + one("", " auto_increment"));
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            // The first is a number, so that there is something to compute with.
            lines.add(column(table, "c" + i, TYPES.get(random.nextInt(i == 0 ? NUMBERS : TYPES.size()))));
        }
        lines.add("g double generated always as (c0 * " + (1 + random.nextInt(9)) + ")" + one(" stored", " virtual"));
        lines.add("r int");
        lines.add("w varchar(40)" + one("", " comment 'it''s'", " invisible"));
        lines.add("primary key (id)");
        lines.add("constraint " + table + "_key unique (w" + one("", "(10)") + ", r)");
        lines.add("constraint " + table + "_check check ("
                + one("length(w) < 10", "r > 0 or w is null", "r between 1 and 5", "w in ('a', 'b')") + ")");
        return "create table " + table + " (" + String.join(", ", lines) + ") engine = InnoDB"
                + one("", " default character set utf8mb4 collate utf8mb4_bin", " comment 'tab''le'")
                + one("", " row_format = dynamic");
    }

    private String column(String table, String column, Type type) {
        columns.get(table).add(column);
        types.put(table + "." + column, type);
        return column + " " + type.sql() + one("", " not null", "")
                + one("", " default " + one(type.defaults().toArray(String[]::new))) + one("", " comment 'Ünï \\\\ n'");
    }

    private String index(String table) {
        String column = columns.get(table).stream()
                .filter(c -> TYPES.indexOf(types.get(table + "." + c)) < PLAIN)
                .skip(random.nextInt(2))
                .findFirst()
                .orElse("r");
        return "create index " + name("idx") + " on " + table + " (" + one("w(5), ", "w desc, ", "r, ", "") + column
                + one("", " desc") + ")" + one("", " comment 'why'", " ignored");
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
                + " as select a.id, a.w, b.r + 1 as n from " + table + " a join t0 b on b.r = a.r where a.w like 'x%'";
    }

    private String name(String prefix) {
        return prefix + "_" + names++;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
