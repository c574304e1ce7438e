package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read by SHOW CREATE of single objects, and of all where somebody asks for it. */
class ShownObjectsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatNamesAndCommentsHoldIsNotTakenForSyntax() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server("mysql", "8.0"), "shown");
        Servers.run(
                endpoint,
                "create table `a``b' FULLTEXT KEY` (`t WITH PARSER x` text comment 'FULLTEXT KEY `k` WITH PARSER `y`',"
                        + " fulltext key `k` (`t WITH PARSER x`) comment 'WITH PARSER `z` \\\\''',"
                        + " fulltext key `k ``2` (`t WITH PARSER x`) with parser ngram)",
                "create algorithm=temptable view `v ALGORITHM=MERGE` as select 'CREATE ALGORITHM=MERGE' as a");

        Snapshot snapshot = Servers.snapshot(endpoint);

        assertThat(index(snapshot, "k").text("parser")).contains("built-in");
        assertThat(index(snapshot, "k `2").text("parser")).contains("ngram");
        assertThat(view(snapshot, "v ALGORITHM=MERGE").text("algorithm")).contains("TEMPTABLE");
    }

    @Test
    void anObjectThatIsHiddenLeavesOnlyItsOwnAttributesUnknown() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server("mysql", "8.0"), "shown");
        Servers.run(
                endpoint,
                "create table t (a int)",
                "create algorithm=merge view seen as select a from t",
                "create algorithm=merge view hidden as select a from t",
                "drop user if exists peeper@localhost",
                "create user peeper@localhost identified with mysql_native_password by 'Geheim-1'",
                "grant show view on shown.* to peeper@localhost",
                "grant select on shown.seen to peeper@localhost");

        Snapshot snapshot = Servers.snapshot(Servers.as(endpoint, "peeper", "Geheim-1"));

        assertThat(view(snapshot, "seen").text("algorithm")).contains("MERGE");
        assertThat(view(snapshot, "seen").text("definition")).isPresent();
        assertThat(view(snapshot, "hidden").get("algorithm")).isNull();
        assertThat(snapshot.coverage().of("view.algorithm").status()).isEqualTo(Status.PARTIAL);
        assertThat(snapshot.coverage().of("view.algorithm").reason()).contains("view:.hidden", "SHOW VIEW");
        assertThat(Differ.compare(Servers.snapshot(endpoint), snapshot).uncompared())
                .containsKey("view.algorithm");
    }

    @Test
    void aBrokenViewBreaksNothing() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server("mysql", "8.0"), "shown");
        Servers.run(
                endpoint,
                "create table t (a int)",
                "create table other (a int)",
                "create algorithm=merge view broken as select a from t",
                "create algorithm=merge view whole as select a from other");
        Snapshot before = Servers.snapshot(endpoint);
        Servers.run(endpoint, "drop table t");

        Snapshot after = Servers.snapshot(endpoint);

        assertThat(view(after, "whole").text("algorithm")).contains("MERGE");
        assertThat(view(after, "broken").isTrue("valid")).isFalse();
        assertThat(Differ.compare(before, after).changes())
                .map(String::valueOf)
                .containsExactlyInAnyOrder(
                        "missing table:.t (and 1 parts)", "changed view:.broken valid: true -> false");
    }

    @Test
    void eachObjectIsAskedOnceAndOnlyIfItHasSuchAThing() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server("mysql", "8.0"), "shown");
        Servers.run(
                endpoint,
                "create table plain (a int primary key, t text)",
                "create table words (a int primary key, t text, u text, fulltext (t))",
                "alter table words add fulltext (u)",
                "create table parts (a int) partition by range (a) (partition p0 values less than (5))",
                "create view v as select a from plain");

        assertThat(Servers.read(endpoint).statements())
                .extracting(Reading.Statement::text)
                .filteredOn(text -> text.startsWith("show create"))
                .containsExactlyInAnyOrder(
                        "show create table `shown`.`words`",
                        "show create table `shown`.`parts`",
                        "show create view `shown`.`v`");
    }

    @Test
    void whereItIsAskedForEachTableAndViewIsAskedOnceAndTheReportHasALineOfThem() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server("mysql", "8.0"), "shown");
        Servers.run(
                endpoint,
                "create table plain (a int primary key, t text)",
                "create table words (a int primary key, t text, u text, fulltext (t))",
                "create view v as select a from plain");
        Reading usual = Servers.read(endpoint);

        Reading asked = Servers.read(endpoint.showCreate(true));

        assertThat(asked.statements())
                .filteredOn(statement -> statement.text().startsWith("show create"))
                .extracting(Reading.Statement::text, Reading.Statement::rows)
                .containsExactlyInAnyOrder(
                        tuple("show create table ${object}", 2L), tuple("show create view ${object}", 1L));
        assertThat(asked.statements())
                .filteredOn(statement -> !statement.text().startsWith("show create"))
                .extracting(Reading.Statement::text)
                .isEqualTo(usual.statements().stream()
                        .map(Reading.Statement::text)
                        .filter(text -> !text.startsWith("show create"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"mysql,8.0", "mariadb,11.4"})
    void coverageAndWithItASnapshotTellsWhetherItWasAskedFor(String engine, String version) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "shown");
        Servers.run(
                endpoint,
                "create table t (a int, key k (a) using btree key_block_size = 4)",
                "create view v as select _latin1'x' as a");
        Snapshot usual = Servers.snapshot(endpoint);
        Snapshot asked = Servers.snapshot(endpoint.showCreate(true));
        String attributes = String.join(
                ", ",
                asked.coverage().kinds().keySet().stream()
                        .filter(name -> name.contains(".") && asked.coverage().complete(name))
                        .toList());

        assertThat(attributes).contains("index.block_size", "view.introducers");
        assertThat(usual.coverage().of("index.block_size").status()).isEqualTo(Status.EXCLUDED);
        assertThat(usual.coverage().of("index.block_size").reason()).contains("--show-create", "show_create: true");
        assertThat(Differ.compare(usual, usual).equal()).isTrue();
        assertThat(Differ.compare(usual, Servers.snapshot(endpoint)).equal()).isTrue();
        assertThat(Differ.compare(asked, Servers.snapshot(endpoint.showCreate(true)))
                        .equal())
                .isTrue();
        for (Drift drift : List.of(Differ.compare(usual, asked), Differ.compare(asked, usual))) {
            assertThat(drift.changes()).isEmpty();
            assertThat(drift.uncompared()).containsOnlyKeys(attributes);
            assertThat(drift.uncompared().get(attributes)).contains("left it out", "--show-create");
        }
        assertThat(written(asked)).isEqualTo(asked);
        assertThat(Differ.compare(written(usual), asked).uncompared()).containsOnlyKeys(attributes);
    }

    /** A baseline of an earlier version does not even say that it did not look. */
    @Test
    void aSnapshotThatKnowsNothingOfItIsNotComparedInIt() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "shown");
        Servers.run(endpoint, "create table t (a int, key k (a) using btree key_block_size = 4)");
        Snapshot usual = Servers.snapshot(endpoint);
        Map<String, Coverage.Entry> kinds = new TreeMap<>(usual.coverage().kinds());
        kinds.keySet().removeIf(name -> name.contains("."));
        Snapshot old = new Snapshot(usual.engine(), usual.kinds(), usual.facts(), Coverage.of(kinds));

        assertThat(Differ.compare(old, usual).equal()).isTrue();
        assertThat(Differ.compare(old, Servers.snapshot(endpoint.showCreate(true)))
                        .changes())
                .isEmpty();
        assertThat(Differ.compare(old, Servers.snapshot(endpoint.showCreate(true)))
                        .uncompared())
                .hasSize(1);
    }

    private Snapshot written(Snapshot snapshot) throws IOException {
        snapshot.writeFolder(folder);
        return Snapshot.read(folder, Servers.KINDS);
    }

    @Test
    void aTextThatDoesNotEndIsNotUnderstood() {
        assertThat(ShownText.of("a `b``c` 'd''e\\'f' \"g\"").map(ShownText::masked))
                .contains("a `0` '1' \"2\"");
        assertThat(ShownText.of("default 'a\\'")).isEmpty();
        assertThat(ShownText.of("UNION=(`a`,`b`.`c,d`) ")
                        .flatMap(text -> text.find("UNION=\\((.*?)\\)", Kind.Type.LIST)))
                .isEqualTo(Optional.of(List.of("a", "b.c,d")));
    }

    private static Fact index(Snapshot snapshot, String name) {
        return snapshot.find(FactPath.of("index", "", "a`b' FULLTEXT KEY", name))
                .orElseThrow();
    }

    private static Fact view(Snapshot snapshot, String name) {
        return snapshot.find(FactPath.of("view", "", name)).orElseThrow();
    }
}
