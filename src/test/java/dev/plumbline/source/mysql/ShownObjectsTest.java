package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read by SHOW CREATE of single objects, on MySQL 8.0. */
class ShownObjectsTest {

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
