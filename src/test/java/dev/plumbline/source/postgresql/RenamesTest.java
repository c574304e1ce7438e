package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.source.Endpoint;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One statement that renames is one difference, whether or not both databases are copies of the same files. */
class RenamesTest {

    private static final String TABLES = """
            create schema s; create schema other;
            create table s.t (a int primary key, b text, c date, d int, e int, constraint cc check (a > 0)); create index ti on s.t (b);
            create table s.log (a int, at date, primary key (a, at)) partition by range (at); create index on s.log (a);
            create table s.log1 partition of s.log for values from ('2024-01-01') to ('2025-01-01');
            create table s.log2 partition of s.log for values from ('2025-01-01') to ('2026-01-01');
            create sequence s.q; create type s.e as enum ('a');
            create function s.f() returns trigger language plpgsql as 'begin return new; end';
            create table other.u (x int references s.t, y s.e default 'a'); create view other.v as select b from s.t;
            create trigger tr before insert on other.u for each row execute function s.f();
            create statistics other.st on b, c from s.t; create publication p for table s.t, other.u;
            """;

    private static final String RENAMES = """
            alter table s.t rename column b to "b b"; alter index s.ti rename to tii; alter table s.t rename constraint cc to ccc;
            alter table s.t rename to "t t"; alter index s.log_a_idx rename to la; alter table s.log rename constraint log_pkey to lp;
            alter table s.log1 rename to log_2024; alter table s.log2 rename to log_2025; alter sequence s.q rename to qq;
            alter type s.e rename to ee; alter function s.f rename to ff;
            """;

    /** The view gives its column the old name, which it has to say from now on. */
    private static final List<String> EXPECTED = List.of(
            "changed statistics:other.st columns",
            "changed view:other.v definition",
            "renamed type:s.ee",
            "renamed routine:s.\"ff()\"",
            "renamed index:s.log.la",
            "renamed primary_key:s.log.lp",
            "renamed table:s.log_2024",
            "renamed table:s.log_2025",
            "renamed sequence:s.qq",
            "renamed table:s.\"t t\"",
            "renamed column:s.\"t t\".\"b b\"",
            "renamed check_constraint:s.\"t t\".ccc",
            "renamed index:s.\"t t\".tii");

    private static Endpoint before;

    @BeforeAll
    static void fill() throws SQLException {
        before = Servers.database("17", "empty.sql");
        Servers.execute(before, TABLES);
    }

    @Test
    void inACopyTheServerKnowsWhichIsWhich() throws SQLException {
        String name = before.url().substring(before.url().lastIndexOf('/') + 1);
        Servers.execute(Servers.of("17").endpoint("postgres"), "create database " + name + "_copy template " + name);
        Endpoint copy = Servers.of("17").endpoint(name + "_copy");
        Servers.execute(copy, RENAMES);

        assertThat(changes(copy)).containsExactlyElementsOf(EXPECTED);
    }

    @Test
    void inADatabaseBuiltAnewTheShapeTells() throws SQLException {
        Endpoint other = Servers.database("17", "empty.sql");
        Servers.execute(other, "create table x (a int); drop table x;" + TABLES + RENAMES);

        assertThat(changes(other)).containsExactlyElementsOf(EXPECTED);
    }

    private static List<String> changes(Endpoint after) {
        return Differ.compare(Servers.snapshot(before), Servers.snapshot(after)).changes().stream()
                .map(change -> change.type().word() + " " + change.path()
                        + (change.type() == Change.Type.CHANGED ? " " + change.attribute() : ""))
                .toList();
    }
}
