package dev.plumbline.source.mysql;

import static dev.plumbline.source.PoorAccounts.claimNothingFalse;
import static dev.plumbline.source.PoorAccounts.grants;
import static dev.plumbline.source.PoorAccounts.statements;
import static dev.plumbline.source.PoorAccounts.unseen;
import static dev.plumbline.source.PoorAccounts.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.GrantScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed grants, on a schema whose name is also a pattern. */
class GrantsTest {

    private static final String SCHEMA = "audited_shop";

    @ParameterizedTest
    @CsvSource({"mariadb,11.4,one", "mariadb,11.4,all", "mysql,8.0,one", "mysql,8.0,all"})
    void printedGrantsShowAllAndEachOfThemIsNeeded(String engine, String version, String which) throws Exception {
        check(engine, version, which);
    }

    @ParameterizedTest
    @Tag("versions")
    @CsvSource({"mariadb,10.11,one", "mariadb,10.11,all", "mysql,5.7,one", "mysql,5.7,all"})
    void printedGrantsOfOlderVersionsDoSoToo(String engine, String version, String which) throws Exception {
        check(engine, version, which);
    }

    private static void check(String engine, String version, String which) throws Exception {
        Endpoint named = schema(server(engine, version)).showCreate(true);
        Endpoint all = new Endpoint(
                        named.url().replaceFirst("/" + SCHEMA, "/"),
                        named.user(),
                        named.password(),
                        List.of(),
                        named.limits())
                .showCreate(true);
        Endpoint endpoint = which.equals("one") ? named : all;
        List<String> script = script(engine, version, "auditor", which);

        Snapshot seen = Servers.snapshot(account(endpoint, "auditor", script));

        claimNothingFalse(Servers.snapshot(endpoint), seen, "with all grants");
        assertThat(unseen(seen)).isEmpty();
        for (int place : grants(script)) {
            String name = "poorer" + place;
            String missing = script.get(place);
            Snapshot less =
                    Servers.snapshot(account(endpoint, name, without(script(engine, version, name, which), place)));
            claimNothingFalse(Servers.snapshot(endpoint), less, "without " + missing);
            assertThat(unseen(less)).as(missing).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void noSinglePrivilegeMakesUsClaimWhatIsNotSeen(String engine, String version) throws Exception {
        Endpoint endpoint = schema(server(engine, version));
        List<String> lies = new ArrayList<>();
        for (String privilege : List.of(
                "SELECT",
                "INSERT",
                "UPDATE",
                "DELETE",
                "CREATE",
                "DROP",
                "ALTER",
                "INDEX",
                "REFERENCES",
                "EXECUTE",
                "CREATE ROUTINE",
                "ALTER ROUTINE",
                "CREATE VIEW",
                "SHOW VIEW",
                "TRIGGER",
                "EVENT")) {
            List<String> script = List.of(
                    "create user single@localhost",
                    "grant " + privilege + " on `audited\\_shop`.* to single@localhost",
                    "grant select on mysql.* to single@localhost");
            Snapshot seen = Servers.snapshot(account(endpoint, "single", script));
            try {
                claimNothingFalse(Servers.snapshot(endpoint), seen, "with " + privilege);
            } catch (AssertionError e) {
                lies.add(String.valueOf(e.getMessage()));
            }
        }
        assertThat(lies).isEmpty();
    }

    @Test
    void anAccountThatMayReadNoRowsMissesViewsSequencesAndHistoryOnly() throws Exception {
        Endpoint endpoint = schema(Servers.mariadb());
        List<String> script = new ArrayList<>(script("mariadb", "11.4", "blind", "one"));
        script.replaceAll(s -> s.contains("SELECT ON `aud") ? s.replace("SELECT", "REFERENCES") : s);

        Snapshot seen = Servers.snapshot(account(endpoint, "blind", script));

        claimNothingFalse(Servers.snapshot(endpoint), seen, "with REFERENCES");
        assertThat(unseen(seen)).containsExactly("applied_migration", "sequence", "view");

        Servers.run(
                endpoint, "drop sequence tickets", "grant select on audited_shop.django_migrations to blind@localhost");
        Snapshot without = Servers.snapshot(Servers.as(endpoint, "blind", "Geheim-1"));
        assertThat(unseen(without)).containsExactly("view");
    }

    /** PROCESS shows what others do: the script leaves it out, and with it what only it would show. */
    @Test
    @Tag("versions")
    void whereTablesAreKeptIsToldToAccountsWithProcessOnly() throws Exception {
        Endpoint endpoint = schema(server("mysql", "5.7"));
        Servers.run(
                endpoint,
                "create tablespace apart add datafile 'apart.ibd' engine = innodb",
                "create table `set-apart` (id int) tablespace apart");
        Snapshot administrator = Servers.snapshot(endpoint);
        List<String> script = new ArrayList<>(script("mysql", "5.7", "clueless", "one"));
        Snapshot poor = Servers.snapshot(account(endpoint, "clueless", script));
        script.add("grant process on *.* to clueless@localhost");
        Snapshot rich = Servers.snapshot(account(endpoint, "clueless", script));
        Servers.run(endpoint, "drop table `set-apart`", "drop tablespace apart");

        FactPath table = FactPath.of("table", "", "set-apart");
        assertThat(administrator.find(table).orElseThrow().text("tablespace")).contains("apart");
        assertThat(rich.find(table).orElseThrow().text("tablespace")).contains("apart");
        assertThat(poor.find(table).orElseThrow().text("tablespace")).isEmpty();
        assertThat(poor.coverage().of("table.tablespace").status()).isEqualTo(Status.EXCLUDED);
        assertThat(poor.coverage().of("table.tablespace").reason()).contains("PROCESS");
        assertThat(Differ.compare(poor, administrator).uncompared()).containsOnlyKeys("table.tablespace");
        assertThat(Differ.compare(poor, administrator).changes())
                .extracting(Change::attribute)
                .doesNotContain("tablespace");
        assertThat(Differ.compare(poor, poor).uncompared()).isEmpty();
    }

    @Test
    void namesAreNamesAndNothingElse() throws Exception {
        String schema = "sh`op;\\'_x";
        String account = "au`d'i;t\\@localhost";
        Endpoint endpoint = Servers.server("mariadb", "11.4").endpoint("plain");
        Servers.run(endpoint, "create database if not exists `sh``op;\\'_x`");
        Servers.run(endpoint, "drop user if exists `au``d'i;t\\`@localhost");

        Servers.run(endpoint, statements(GrantScript.of("mariadb", "").text(account, schema), "mariadb"));

        Endpoint poor = Servers.as(endpoint, "au`d'i;t\\", "Geheim-1");
        Servers.run(endpoint, "alter user `au``d'i;t\\`@localhost identified by 'Geheim-1' account unlock");
        Endpoint nowhere = new Endpoint(
                poor.url().replaceFirst("/plain", "/"), poor.user(), poor.password(), List.of(), poor.limits());
        Servers.run(nowhere, "select 1", "use `sh``op;\\'_x`");
    }

    private static Sandbox server(String engine, String version) {
        try {
            return Servers.server(engine, version);
        } catch (ProblemsException e) {
            if (e.getMessage().contains("system library")) {
                return abort("The grants for " + engine + " " + version + " were NOT tested: " + e.getMessage());
            }
            throw e;
        }
    }

    /** The neighbour's name fits the schema's, taken as a pattern. */
    private static Endpoint schema(Sandbox server) throws SQLException {
        Endpoint endpoint = Servers.fresh(server, SCHEMA);
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "create view spelt as select _latin1'x%' collate latin1_bin as a, _utf8mb4 x'41' as b, n'c' as c,"
                        + " _binary'd' as d, 'it''s _latin1' as `_latin1 'e'`, concat('f', _latin1'g') as f",
                "create table django_migrations (id bigint primary key, app varchar(255), name varchar(255), applied datetime(6))",
                "insert into django_migrations values (1, 'users', '0001_initial', now())");
        Servers.run(
                endpoint,
                "drop user if exists clerk@localhost",
                "create user clerk@localhost",
                "grant select on audited_shop.customer to clerk@localhost",
                "grant update (name) on audited_shop.customer to clerk@localhost",
                "grant execute on procedure audited_shop.find_name to clerk@localhost",
                "grant process on *.* to clerk@localhost");
        if (server.engine().equals("mariadb")) {
            Servers.run(
                    endpoint,
                    "create sequence tickets start with 5",
                    "alter table customer add constraint positive check (price > 0)");
        }
        return endpoint;
    }

    private static List<String> script(String engine, String version, String account, String which) {
        String script = GrantScript.of(engine, version.equals("8.0") ? "8.0.15" : version)
                .text(account + "@localhost", which.equals("one") ? SCHEMA : "");
        return statements(script, engine);
    }

    private static Endpoint account(Endpoint endpoint, String name, List<String> script) throws SQLException {
        String with = endpoint.url().contains("mysql:") ? "with mysql_native_password by" : "by";
        List<String> statements = new ArrayList<>(List.of("drop user if exists " + name + "@localhost"));
        statements.addAll(script);
        statements.add("alter user " + name + "@localhost identified " + with + " 'Geheim-1' account unlock");
        Servers.run(endpoint, statements);
        return Servers.as(endpoint, name, "Geheim-1");
    }
}
