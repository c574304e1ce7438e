package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlReaderTest {

    /** What differs between versions and products as such, whatever was created. */
    private static final Set<String> OF_THE_SERVER = Set.of("server", "setting", "role", "grant");

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mariadb,10.11", "mysql,8.0", "mysql,5.7"})
    void eachVersionTellsTheSameOfTheSameSchema(String engine, String version) throws Exception {
        Snapshot reference = snapshotOfSameSchema(Servers.mariadb());
        Snapshot other = snapshotOfSameSchema(Servers.server(engine, version));

        Drift drift = Differ.compare(reference, other);

        assertThat(drift.changes())
                .filteredOn(c -> !OF_THE_SERVER.contains(c.path().kind()))
                // Each product writes the conditions of views anew, and in its own way.
                .filteredOn(c -> reference.engine().equals(other.engine())
                        || !c.path().equals(FactPath.of("view", "", "recent")))
                .extracting(Change::toString)
                .isEmpty();
        assertThat(other.facts("column")).hasSizeGreaterThan(30);
    }

    private static Snapshot snapshotOfSameSchema(Sandbox server) throws Exception {
        Endpoint endpoint = Servers.fresh(server, "same");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        return Servers.snapshot(endpoint);
    }

    @Test
    void twoSchemasOfOneServerCompareEqualUnderTheirOwnNames() throws Exception {
        Endpoint prod = Servers.fresh(Servers.mariadb(), "shop_prod");
        Endpoint test = Servers.fresh(Servers.mariadb(), "shop_test");
        Servers.run(prod, Servers.script("same-everywhere.sql"));
        Servers.run(test, Servers.script("same-everywhere.sql"));

        Drift drift = Differ.compare(Servers.snapshot(prod), Servers.snapshot(test));

        assertThat(drift.equal()).as(drift.toString()).isTrue();
        StringBuilder text = new StringBuilder();
        Servers.snapshot(prod).write(text);
        assertThat(text).doesNotContain("shop_prod");
    }

    @Test
    void readsEveryKindInFull(@TempDir Path folder) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "rich");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "create sequence tickets start with 5 increment by 2 maxvalue 100 cycle",
                "create table history (a int, b int without system versioning) with system versioning",
                "alter table customer add constraint positive check (price > 0), add hidden int invisible, add packed blob compressed",
                "create or replace user poet@'%' identified by 'secret' require ssl",
                "create or replace role reader",
                "grant reader to poet@'%'",
                "grant select on rich.* to reader",
                "grant update (name) on rich.customer to poet@'%'",
                "grant execute on procedure rich.find_name to poet@'%'",
                "grant select on rich.customers to poet@'%' with grant option");

        Snapshot snapshot = Servers.snapshot(endpoint.showCreate(true));

        assertThat(snapshot.coverage().kinds().values())
                .allMatch(e -> e.status() == Coverage.Status.READ || e.status() == Coverage.Status.UNSUPPORTED);
        assertThat(fact(snapshot, "sequence", "", "tickets").attributes())
                .containsEntry("start", 5L)
                .containsEntry("cycle", true);
        assertThat(fact(snapshot, "table", "", "history").get("table_kind")).isEqualTo("system versioned");
        assertThat(fact(snapshot, "column", "", "history", "b").get("system_versioning"))
                .isEqualTo(false);
        assertThat(fact(snapshot, "column", "", "customer", "doc").get("type")).isEqualTo("json");
        assertThat(fact(snapshot, "column", "", "customer", "hidden").isTrue("invisible"))
                .isTrue();
        assertThat(fact(snapshot, "column", "", "customer", "packed").get("compression"))
                .isEqualTo("compressed");
        assertThat(fact(snapshot, "check_constraint", "", "customer", "positive")
                        .get("expression"))
                .isEqualTo("`price` > 0");
        assertThat(fact(snapshot, "foreign_key", "", "orders", "fk_customer").list("referenced_column_types"))
                .containsExactly("int unsigned");
        assertThat(fact(snapshot, "role", "poet@%").list("member_of")).containsExactly("reader");
        assertThat(fact(snapshot, "role", "poet@%").get("ssl")).isEqualTo("ANY");
        assertThat(fact(snapshot, "grant", "column", "", "customer", "name", "poet@%")
                        .list("privileges"))
                .containsExactly("UPDATE");
        assertThat(fact(snapshot, "grant", "view", "", "customers", "poet@%").list("grantable"))
                .containsExactly("SELECT");
        assertThat(fact(snapshot, "grant", "routine", "", "find_name", "poet@%").list("privileges"))
                .containsExactly("EXECUTE");
        assertThat(fact(snapshot, "grant", "schema", "", "reader").list("privileges"))
                .containsExactly("SELECT");
        StringBuilder text = new StringBuilder();
        snapshot.write(text);
        Path file = Files.writeString(folder.resolve("rich.snapshot"), text);
        assertThat(text).doesNotContain("secret").doesNotContain("*14E65567ABDB5135D0CFD9A70B3032C179A49EE7");
        Snapshot again = Snapshot.read(file, Servers.KINDS);
        assertThat(Differ.compare(snapshot, again).equal()).isTrue();
        assertThat(again.digest()).isEqualTo(snapshot.digest());
    }

    /** The files of an older server, served by a newer one without mariadb-upgrade. */
    @Test
    void privilegesOfRolesAreReadFromTablesThatWereNotUpgraded() throws Exception {
        assumeFalse(Servers.mariadb().version().startsWith("10."), "NOT TESTED: MariaDB 11.3 brought the column");
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "rich");
        Servers.run(endpoint, "create or replace role reader", "grant insert on rich.* to reader");
        try {
            Servers.run(endpoint, "alter table mysql.db drop column show_create_routine_priv");

            Snapshot snapshot = Servers.snapshot(endpoint);

            assertThat(fact(snapshot, "grant", "schema", "", "reader").list("privileges"))
                    .containsExactly("INSERT");
            assertThat(snapshot.coverage().of("grant").status()).isEqualTo(Coverage.Status.READ);
        } finally {
            Servers.run(
                    endpoint,
                    "alter table mysql.db add column if not exists show_create_routine_priv enum('N','Y')"
                            + " character set utf8mb3 collate utf8mb3_general_ci not null default 'N'",
                    "flush privileges");
        }
    }

    @Test
    void wholeServerIsReadWithNamesOfSchemas() throws Exception {
        Servers.fresh(Servers.mariadb(), "two");
        Endpoint one = Servers.fresh(Servers.mariadb(), "one");
        Servers.run(
                one,
                "create table one.t (id int primary key)",
                "create table two.u (id int, constraint fk foreign key (id) references one.t (id))",
                "create view two.v as select id from one.t");
        Endpoint all = new Endpoint(
                one.url().replaceFirst("/one\\b", "/"),
                one.user(),
                one.password(),
                List.of("one", "two"),
                one.limits());

        Snapshot snapshot = Servers.snapshot(all);

        assertThat(snapshot.facts("schema")).extracting(Fact::name).containsExactly("one", "two");
        assertThat(fact(snapshot, "foreign_key", "two", "u", "fk").get("referenced_table"))
                .isEqualTo("one.t");
        assertThat(fact(snapshot, "view", "two", "v").get("definition"))
                .isEqualTo("select `one`.`t`.`id` AS `id` from `one`.`t`");
    }

    private static Fact fact(Snapshot snapshot, String kind, String... names) {
        return snapshot.find(FactPath.of(kind, names))
                .orElseThrow(() -> new AssertionError("no " + kind + " " + List.of(names) + " among "
                        + snapshot.facts(kind).stream().map(Fact::path).toList()));
    }
}
