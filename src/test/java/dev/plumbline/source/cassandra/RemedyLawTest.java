package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.DriverException;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A change, its remedy, and nothing differs: over changes from the reader's own case files. */
class RemedyLawTest {

    private static final List<String> CHANGES = List.of(
            "ALTER TABLE shop.tuned ADD \"q\"\"q\" int",
            "ALTER TABLE shop.tuned RENAME k TO \"Key\"",
            "ALTER TABLE shop.counts ADD d counter",
            "CREATE TABLE shop.t1 (a int, b int, c int, d int, PRIMARY KEY (a))",
            "DROP TABLE shop.\"Weird\"",
            "ALTER TABLE shop.orders WITH comment = 'It''s quoted' AND gc_grace_seconds = 5",
            "ALTER TABLE shop.orders WITH speculative_retry = '50ms' AND cdc = true AND bloom_filter_fp_chance = 0.1",
            "ALTER TABLE shop.orders WITH caching = {'keys': 'NONE'} AND compression = {'enabled': 'false'}",
            "ALTER TABLE shop.orders WITH compaction = {'class': 'LeveledCompactionStrategy', 'fanout_size': '8'}",
            "CREATE INDEX i1 ON shop.old (a)",
            "DROP INDEX shop.orders_marks",
            "DROP MATERIALIZED VIEW shop.by_seq",
            "ALTER MATERIALIZED VIEW shop.by_seq WITH comment = 'A view' AND gc_grace_seconds = 60",
            "CREATE TYPE shop.nested (p frozen<\"Person\">, t frozen<tuple<int, text>>)",
            "CREATE KEYSPACE extra WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            "ALTER KEYSPACE shop WITH durable_writes = false",
            "DROP AGGREGATE shop.total; DROP FUNCTION shop.plus",
            "GRANT MODIFY ON ALL TABLES IN KEYSPACE shop TO app",
            "GRANT SELECT ON TABLE shop.orders TO app",
            "REVOKE SELECT ON KEYSPACE shop FROM app",
            "CREATE INDEX i2 ON shop.orders (values(marks))",
            "CREATE ROLE other WITH LOGIN = true; GRANT SELECT ON TABLE shop.orders TO other; GRANT app TO other",
            "DROP ROLE app",
            "ALTER TABLE shop.orders ADD fresh int",
            "CREATE TYPE shop.\"Two\" (\"A b\" frozen<\"Person\">, \"C\" int)",
            "ALTER TYPE shop.\"Person\" RENAME \"Home\" TO \"From Home\"",
            "CREATE TABLE shop.leveled (k int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'} AND"
                    + " bloom_filter_fp_chance = 0.01; DROP TABLE shop.leveled",
            "CREATE OR REPLACE FUNCTION shop.plus (a int, b int) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS"
                    + " 'return a - b;'",
            "CREATE OR REPLACE AGGREGATE shop.total (int) SFUNC plus STYPE int INITCOND 3",
            "CREATE FUNCTION shop.hide (a text) CALLED ON NULL INPUT RETURNS text LANGUAGE java AS 'return a;';"
                    + " ALTER TABLE shop.orders ALTER note MASKED WITH shop.hide()",
            "ALTER TABLE shop.tuned ADD masked date; ALTER TABLE shop.tuned ALTER masked MASKED WITH"
                    + " mask_replace('2020-01-01')",
            "DROP TABLE shop.veiled",
            "ALTER TABLE shop.veiled ALTER l DROP MASKED; ALTER TABLE shop.veiled ALTER fl DROP MASKED; ALTER TABLE"
                    + " shop.veiled ALTER m DROP MASKED; ALTER TABLE shop.veiled ALTER t DROP MASKED; ALTER TABLE"
                    + " shop.veiled ALTER v DROP MASKED; ALTER TABLE shop.veiled ALTER p DROP MASKED; ALTER TABLE"
                    + " shop.veiled ALTER w DROP MASKED; ALTER TABLE shop.veiled ALTER o DROP MASKED",
            "ALTER TABLE shop.veiled ALTER fl MASKED WITH mask_replace([]); ALTER TABLE shop.veiled ALTER v MASKED WITH"
                    + " mask_default(); ALTER TABLE shop.veiled ALTER o MASKED WITH shop.veil((int) 3)",
            "DROP ROLE limited",
            "INSERT INTO system_auth.cidr_groups (cidr_group, cidrs) VALUES ('office', {('0.0.0.0', 0)})");

    /** What the server lets nobody undo by a statement. */
    private static final List<String> FINAL = List.of(
            "ALTER TABLE shop.final DROP u",
            "ALTER TABLE shop.counted DROP n",
            "ALTER TABLE shop.final ADD o address",
            "ALTER TABLE shop.old DROP b",
            "DROP TABLE shop.old",
            "DROP TABLE shop.final; CREATE TABLE shop.final (k int PRIMARY KEY, c int, s int)",
            "ALTER TYPE shop.loose ADD tags set<text>",
            "DROP TABLE shop.open");

    private static final String FINAL_THINGS = """
            CREATE ROLE readers;
            CREATE TYPE shop.loose (a int);
            CREATE TABLE shop.final (k int, c int, s int static, u frozen<address>, PRIMARY KEY (k, c));
            CREATE TABLE shop.counted (k int PRIMARY KEY, m counter, n counter);
            CREATE INDEX old_a ON shop.old (a);
            GRANT SELECT ON shop.old TO readers;
            CREATE TABLE shop.open (k int PRIMARY KEY, l loose);
            """;

    /** Masks with constants of every shape, and a function that two share the name of. */
    private static final String VEILED = """
            CREATE TYPE shop.spot (xy vector<float, 2>, tags frozen<set<text>>, ab text);
            CREATE FUNCTION shop.veil (a text, b int) CALLED ON NULL INPUT RETURNS text LANGUAGE java AS 'return a;';
            CREATE FUNCTION shop.veil (a text, b bigint) CALLED ON NULL INPUT RETURNS text LANGUAGE java AS 'return a;';
            CREATE TABLE shop.veiled (k int PRIMARY KEY,
                l list<int> MASKED WITH mask_replace([1, 2]),
                fl frozen<list<text>> MASKED WITH mask_replace(['a:b', 'c']),
                m map<text, int> MASKED WITH mask_replace({'a': 1}),
                t tuple<int, text, frozen<list<int>>> MASKED WITH mask_replace((1, 'x:@y', [3])),
                v vector<float, 2> MASKED WITH mask_replace([0.5, 1]),
                w vector<text, 2> MASKED WITH mask_replace(['a', 'b']),
                p frozen<spot> MASKED WITH mask_replace({xy: [1, 2], tags: {'a'}, ab: 'c'}),
                o text MASKED WITH shop.veil((bigint) 3));
            INSERT INTO system_auth.cidr_groups (cidr_group, cidrs) VALUES ('office', {('10.0.0.0', 8), ('2001:db8::', 32)});
            CREATE ROLE limited WITH ACCESS FROM CIDRS {'office'};
            """;

    @Test
    void theRemedyOfAChangeUndoesIt() {
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        try (Cluster cluster = Cluster.shared("5.0")) {
            cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));
            cluster.run("CREATE ROLE app WITH LOGIN = true;\nGRANT SELECT ON KEYSPACE shop TO app;");
            cluster.run(VEILED);
            Snapshot before = cluster.readAgain();
            for (String change : CHANGES) {
                cluster.run(change.replace("; ", ";\n"));
                Snapshot after = cluster.readAgain();
                List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                if (!remedy.stream().allMatch(Remedy.Statement::known)) {
                    unknown.add(change);
                }
                String fault = runKnown(cluster, remedy);
                Snapshot now = cluster.readAgain();
                boolean equal = Differ.compare(before, now).equal();
                if (!unknown.contains(change) && !(fault.isEmpty() && equal)) {
                    faults.add(change + "\n   " + fault
                            + Differ.compare(before, now).changes() + "\n   "
                            + remedy.stream().map(Remedy.Statement::text).toList());
                }
                before = now;
            }
            cluster.run("DELETE FROM system_auth.cidr_groups WHERE cidr_group = 'office';");
        }
        assertThat(faults).isEmpty();
        assertThat(unknown).isEmpty();
    }

    /** Then what is known is still taken by the server, and the rest is said not to be. */
    @Test
    void whatNoStatementUndoesIsSaid() {
        List<String> faults = new ArrayList<>();
        try (Cluster cluster = Cluster.shared("5.0")) {
            cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));
            cluster.run(FINAL_THINGS);
            Snapshot before = cluster.readAgain();
            for (String change : FINAL) {
                cluster.run(change.replace("; ", ";\n"));
                Snapshot after = cluster.readAgain();
                List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                String fault = runKnown(cluster, remedy);
                if (remedy.stream().allMatch(Remedy.Statement::known) || !fault.isEmpty()) {
                    faults.add(change + "\n   " + fault
                            + remedy.stream().map(Remedy.Statement::text).toList());
                }
                before = cluster.readAgain();
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What the server complains of. */
    private static String runKnown(Cluster cluster, List<Remedy.Statement> remedy) {
        return remedy.stream()
                .filter(Remedy.Statement::known)
                .map(one -> run(cluster, one.text()))
                .collect(Collectors.joining());
    }

    /** The server's complaint, or nothing. */
    private static String run(Cluster cluster, String cql) {
        try {
            cluster.ask(cql);
            return "";
        } catch (DriverException e) {
            return e.getMessage() + " in: " + cql + "\n";
        }
    }
}
