package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remedy of changes to roles, memberships, programs and events, which are no part of the law over schemas. */
class AccountRemedyTest {

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void theRemedyUndoesEachChange(String engine, String version) throws Exception {
        boolean mariadb = engine.equals("mariadb");
        String who = mariadb ? " for " : " to ";
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "accounts");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "drop role if exists rem_a, rem_b, rem_c",
                "drop user if exists rem_u@localhost",
                "create role rem_a, rem_b",
                "create user rem_u@localhost",
                "grant rem_a to rem_u@localhost with admin option",
                "set default role rem_a" + who + "rem_u@localhost",
                "grant select on accounts.* to rem_b",
                "grant execute on procedure accounts.find_name to rem_b");
        List<String> faults = new ArrayList<>();
        List<String> changes = List.of(
                "drop role rem_b",
                "create role rem_c",
                "grant rem_b to rem_u@localhost",
                "revoke rem_a from rem_u@localhost",
                "set default role none" + who + "rem_u@localhost",
                "alter user rem_u@localhost account lock",
                "alter user rem_u@localhost with max_user_connections 3 max_queries_per_hour 5",
                "alter user rem_u@localhost password expire interval 3 day",
                "alter user rem_u@localhost require ssl",
                "grant execute on procedure accounts.find_name to rem_u@localhost",
                "drop procedure find_name",
                "alter procedure find_name sql security invoker",
                "alter event nightly on schedule every '1:30' hour_minute starts '2030-01-01 00:00:00' enable comment 'x'",
                "alter event nightly on schedule at '2035-01-01 00:00:00' do set @a = 'it''s'",
                "drop event nightly",
                "alter event nightly rename to daily",
                "set sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
                "create procedure slashes() comment 'a\\b' select 'a\\' as \"b\"",
                "set sql_mode = 'STRICT_TRANS_TABLES'",
                "drop procedure slashes");
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
            for (String change : changes) {
                Snapshot before = Servers.snapshot(endpoint);
                statement.execute(change);
                if (change.startsWith("set sql_mode") || change.startsWith("create procedure")) {
                    continue;
                }
                Snapshot after = Servers.snapshot(endpoint);
                List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                for (Remedy.Statement one : remedy) {
                    if (one.known()) {
                        statement.execute(one.text());
                    }
                }
                var rest = Differ.compare(before, Servers.snapshot(endpoint)).changes();
                if (!rest.isEmpty() || remedy.isEmpty()) {
                    faults.add(change + ": " + rest + " after " + remedy);
                }
            }
        }
        Servers.run(endpoint, "drop role if exists rem_a, rem_b, rem_c", "drop user rem_u@localhost");
        assertThat(faults).isEmpty();
    }
}
