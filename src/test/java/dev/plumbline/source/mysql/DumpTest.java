package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes through a dump, or through heavy writing and upkeep, is still the same. */
class DumpTest {

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mariadb,10.11", "mysql,8.0"})
    void aRestoredDumpEqualsTheSchema(String engine, String version) throws Exception {
        Programs.require("mariadb-dump", engine + " " + version + " through dump and restore");
        Programs.require("mariadb", engine + " " + version + " through dump and restore");
        Endpoint original = Servers.fresh(Servers.server(engine, version), "dumped");
        Endpoint copy = Servers.fresh(Servers.server(engine, version), "restored");
        Servers.run(original, Servers.script("same-everywhere.sql"));
        // A dump holds no privileges, and options that no engine knows as comments only.
        Servers.run(
                original,
                new GeneratedSchema(engine, 1)
                        .statements().stream()
                                .filter(s -> !s.startsWith("grant "))
                                .map(s -> s.replaceAll(" (?:bar|foo|zig|zag) ?= ?(?:'(?:[^']|'')*'|\\d+)", ""))
                                .toList());

        List<String> dump = new ArrayList<>(client("mariadb-dump", original));
        dump.addAll(List.of("--routines", "--events", "--triggers", "--no-data", "dumped"));
        List<String> restore = new ArrayList<>(client("mariadb", copy));
        restore.add("restored");
        Programs.run(password(copy), Programs.run(password(original), "", dump), restore);

        assertThat(Differ.compare(Servers.snapshot(original), Servers.snapshot(copy))
                        .changes())
                .map(Change::toString)
                .isEmpty();
    }

    private static List<String> client(String program, Endpoint endpoint) {
        String port = endpoint.url().replaceFirst("^[a-z:]+//[^/]*:(\\d+).*$", "$1");
        return List.of(
                program,
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=" + endpoint.user().orElseThrow(),
                "--default-character-set=utf8mb4");
    }

    private static Map<String, String> password(Endpoint endpoint) {
        return Map.of("MYSQL_PWD", endpoint.password().value().orElse(""));
    }

    @Test
    void whatTheServerDoesByItselfIsNoChange() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "busy");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Snapshot before = Servers.snapshot(endpoint);

        Servers.run(
                endpoint,
                "insert into orders (qty, price) select seq, seq from seq_1_to_5000",
                "update orders set price = price + 1",
                "delete from orders where qty % 3 = 0",
                "analyze table orders, customer",
                "optimize table orders, parts",
                "flush tables");

        assertThat(Differ.compare(before, Servers.snapshot(endpoint)).changes()).isEmpty();
    }
}
