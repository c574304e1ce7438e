package dev.plumbline.source.cassandra;

import static dev.plumbline.source.PoorAccounts.claimNothingFalse;
import static dev.plumbline.source.PoorAccounts.grants;
import static dev.plumbline.source.PoorAccounts.statements;
import static dev.plumbline.source.PoorAccounts.unseen;
import static dev.plumbline.source.PoorAccounts.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.GrantScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GrantsTest {

    @Test
    void printedGrantsShowAllAndEachOfThemIsNeeded() {
        check("5.0", 9);
    }

    @Test
    @Tag("versions")
    void printedGrantsOfTheVersionBeforeShowAllAndEachOfThemIsNeeded() {
        check("4.1", 6);
    }

    private static void check(String version, int count) {
        try (Cluster cluster = Cluster.shared(version)) {
            cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));
            cluster.run("""
                    CREATE ROLE app WITH LOGIN = true AND PASSWORD = 'secret' AND ACCESS TO DATACENTERS {'datacenter1'};
                    GRANT SELECT ON KEYSPACE shop TO app;
                    """);
            // No apostrophe: the server itself trips over one in the name of a role that is granted something.
            String hostile = "Au\"di;tor ${database}";

            Snapshot seen = readAs(cluster, hostile, script(version, hostile));

            claimNothingFalse(cluster.readAgain(), seen, "with all grants");
            assertThat(unseen(seen)).isEmpty();
            assertThat(grants(script(version, hostile))).hasSize(count);
            for (int place : grants(script(version, "x"))) {
                // A role of its own for each, since the server remembers privileges for two seconds.
                String name = "poorer" + place;
                List<String> script = script(version, name);
                Snapshot less = readAs(cluster, name, without(script, place));
                claimNothingFalse(cluster.readAgain(), less, "without " + script.get(place));
                assertThat(unseen(less)).as(script.get(place)).isNotEmpty();
            }
        }
    }

    private static List<String> script(String version, String account) {
        return statements(GrantScript.of("cassandra", version).text(account, ""), "cassandra");
    }

    private static Snapshot readAs(Cluster cluster, String name, List<String> script) {
        List<String> statements = new ArrayList<>(script);
        statements.add("ALTER ROLE \"" + name.replace("\"", "\"\"") + "\" WITH PASSWORD = 'Geheim-1' AND LOGIN = true");
        statements.forEach(cluster::ask);
        return cluster.readAs(name, "Geheim-1", "");
    }
}
