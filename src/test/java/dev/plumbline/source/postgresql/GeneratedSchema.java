package dev.plumbline.source.postgresql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A random schema of PostgreSQL, the same for the same seed, and random statements that change it. */
final class GeneratedSchema {

    /** A type with values that it can have as a default. */
    private record Type(String sql, List<String> defaults) {}

    private static final List<Type> TYPES = List.of(
            new Type("integer", List.of("0", "-1", "40 + 2")),
            new Type("bigint", List.of("0", "9223372036854775807", "nextval('gen.numbers')")),
            new Type("numeric(10,2)", List.of("0", "1.50", "-3.14")),
            new Type("real", List.of("1e10", "0.1")),
            new Type("gen.small", List.of("3")),
            new Type("text", List.of("''", "'it''s'", "upper('x')", "current_user")),
            new Type("varchar(20)", List.of("'a'", "'Ünï'")),
            new Type("char(3)", List.of("'EUR'")),
            new Type("boolean", List.of("true", "false")),
            new Type("date", List.of("'2020-01-01'", "current_date")),
            new Type("timestamp(3) with time zone", List.of("now()", "'2020-01-01 00:00:00+00'")),
            new Type("interval day to second(2)", List.of("'1 day'")),
            new Type("uuid", List.of("gen_random_uuid()")),
            new Type("jsonb", List.of("'{}'", "'{\"a\": [1, 2]}'")),
            new Type("text[]", List.of("'{}'", "array['a', 'b c']")),
            new Type("gen.mood", List.of("'sad'")),
            new Type("bytea", List.of("'\\x00ff'")),
            new Type("inet", List.of("'127.0.0.1'")),
            new Type("int4range", List.of("'[1,5)'")));

    private static final int NUMBERS = 5;
    private static final int PLAIN = 13;

    private final Random random;
    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Map<String, Type> types = new TreeMap<>();
    private final List<List<String>> steps = new ArrayList<>();
    private int names;

    GeneratedSchema(long seed) {
        random = new Random(seed);
        steps.add(List.of("create schema gen; create role gen_reader; create role gen_writer"));
        steps.add(List.of(
                "create sequence gen.numbers increment by " + (1 + random.nextInt(5)) + " start 10 maxvalue 1000 cycle",
                "create domain gen.small as integer " + one("", "not null ", "default 2 ")
                        + "constraint small_range check (value between 0 and " + (1 + random.nextInt(99)) + ")",
                "create type gen.mood as enum ('sad', 'ok'" + one("", ", 'it''s great'") + ")",
                "create type gen.pair as (a integer, b text)",
                "create function gen.touch() returns trigger language plpgsql as $$begin return new; end$$",
                "create function gen.twice(x integer, y text default 'a') returns integer " + one("immutable", "stable")
                        + " language sql as 'select x * 2'"));
        int tables = 3 + random.nextInt(3);
        List<String> creates = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            creates.add(table("t" + i));
        }
        creates.add("create table gen.parted (id integer not null, at date not null, primary key (id, at))"
                + " partition by range (at); create table gen.part1 partition of gen.parted"
                + " for values from ('2020-01-01') to ('2021-01-01')"
                + one("", "; create table gen.rest partition of gen.parted default"));
        steps.add(creates);
        List<String> details = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String table : columns.keySet()) {
            details.addAll(List.of(index(table), index(table), comment(table)));
            links.add(foreignKey(table));
            links.add("create trigger " + name("touch") + one(" before", " after") + " insert or update on gen." + table
                    + " for each " + one("row", "statement") + " execute function gen.touch()");
            links.add(grant(table));
            links.add(grant(table));
        }
        details.add("comment on table gen.parted is 'parts'");
        steps.add(details);
        links.add("alter table gen.t0 enable row level security");
        links.add("create policy own_rows on gen.t0 for select to gen_reader using (id > " + random.nextInt(9) + ")");
        links.add("grant usage on schema gen to gen_reader");
        steps.add(links);
        steps.add(List.of(view("v1"), view("v2"), "create materialized view gen.mat as select id from gen.t1"));
        steps.add(List.of(
                "comment on view gen.v1 is 'seen'",
                "create unique index mat_id on gen.mat (id)",
                "grant select on gen.v1 to gen_reader"));
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
        String alter = "alter table gen." + table + " ";
        List<Supplier<String>> all = List.of(
                () -> alter + "add column " + column(table, name("n"), TYPES.get(random.nextInt(TYPES.size()))),
                () -> alter + "drop column " + column + " cascade",
                () -> alter + "alter " + column + " set default "
                        + one(type.defaults().toArray(String[]::new)),
                () -> alter + "alter " + column + " drop default",
                () -> alter + "alter " + column + one(" set", " drop") + " not null",
                () -> alter + "alter " + column + " type " + one("text", "varchar(30)", "bigint", "numeric(12,3)"),
                () -> alter + "add constraint " + name("positive") + " check (id > " + random.nextInt(9) + ")",
                () -> alter + "drop constraint " + table + "_" + one("key", "check") + " cascade",
                () -> alter + one("set (fillfactor = 80)", "replica identity full", "force row level security"),
                () -> alter + "rename column " + column + " to " + name("renamed"),
                () -> alter + one("disable", "enable always") + " trigger all",
                () -> index(table),
                () -> comment(table),
                () -> foreignKey(table),
                () -> grant(table),
                () -> "revoke all on gen." + table + " from gen_reader",
                () -> table(name("made")),
                () -> "drop table gen." + table + " cascade",
                () -> one("drop view gen.v1", "create or replace view gen.v2 as select id from gen.t0 where id > 7"),
                () -> "alter sequence gen.numbers " + one("increment by 9", "no cycle", "maxvalue 5000"),
                () -> "create or replace function gen.touch() returns trigger language plpgsql as "
                        + "$$begin new.id := new.id; return new; end$$",
                () -> "alter domain gen.small " + one("set default 1", "drop default", "drop constraint small_range"),
                () -> one("create view gen." + name("v") + " as select 1 as one", "drop policy own_rows on gen.t0"));
        return all.get(random.nextInt(all.size())).get();
    }

    private String table(String table) {
        columns.put(table, new ArrayList<>());
        List<String> lines = new ArrayList<>();
        lines.add("id "
                + one(
                        "integer",
                        "bigint generated always as identity",
                        "integer generated by default as identity (start with 5)",
                        "bigserial"));
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            // The first is a number, so that there is something to compute with.
            lines.add(column(table, "c" + i, TYPES.get(random.nextInt(i == 0 ? NUMBERS : TYPES.size()))));
        }
        lines.add("g numeric generated always as (c0 * " + (1 + random.nextInt(9)) + ") stored");
        lines.add("r integer");
        lines.add("w text");
        lines.add(one("", "constraint " + table + "_pk ") + "primary key (id)");
        lines.add("constraint " + table + "_key unique " + one("", "nulls not distinct ") + "(w, r)"
                + one("", " deferrable", " deferrable initially deferred"));
        lines.add("constraint " + table + "_check check ("
                + one("length(w) < 10", "r > 0 or w is null", "r between 1 and 5", "w in ('a', 'b')", "r is not null")
                + ")" + one("", " no inherit"));
        return "create table gen." + table + " (" + String.join(", ", lines) + ")" + one("", " with (fillfactor = 70)");
    }

    private String column(String table, String column, Type type) {
        columns.get(table).add(column);
        types.put(table + "." + column, type);
        return column + " " + type.sql() + one("", " not null", "")
                + one("", " default " + one(type.defaults().toArray(String[]::new)));
    }

    private String index(String table) {
        String column = columns.get(table).stream()
                .filter(c -> TYPES.indexOf(types.get(table + "." + c)) < PLAIN)
                .skip(random.nextInt(2))
                .findFirst()
                .orElse("r");
        return "create index " + name("idx") + " on gen." + table + " (" + one("lower(w), ", "(r + 1), ", "w, ", "")
                + column + one("", " desc", " nulls first", " desc nulls last") + one(")", ") include (r)")
                + one("", " where r > 3", " where w is not null and r < 8");
    }

    private String comment(String table) {
        String text = one("'plain'", "'it''s'", "E'two\\nlines'", "'Ünï'") + "";
        return one(
                        "comment on table gen." + table,
                        "comment on column gen." + table + "."
                                + one(columns.get(table).toArray(String[]::new)))
                + " is " + text;
    }

    private String foreignKey(String table) {
        return "alter table gen." + table + " add constraint " + name("fk") + " foreign key (r) references gen."
                + one(columns.keySet().toArray(String[]::new)) + " (id)"
                + one("", " on delete cascade", " on delete set null")
                + one("", " on update restrict") + one("", " deferrable initially deferred", " not valid");
    }

    private String grant(String table) {
        return "grant " + one("select", "insert, update", "select (w), update (r)", "all") + " on gen." + table + " to "
                + one("gen_reader", "gen_writer", "gen_writer with grant option", "gen_reader, gen_writer");
    }

    private String view(String view) {
        String table = one(columns.keySet().toArray(String[]::new));
        return "create view gen." + view + one("", " with (security_barrier)")
                + " as select a.id, a.w, count(*) as n from gen." + table
                + " a join gen.t0 b on b.r = a.r where a.w like 'x%' group by a.id, a.w";
    }

    private String name(String prefix) {
        return prefix + "_" + names++;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
