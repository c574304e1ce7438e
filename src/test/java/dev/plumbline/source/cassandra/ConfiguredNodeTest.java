package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.ConfiguredNode;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no sandbox does: it demands encryption and certificates, keeps roles to data centers, and has classes of its own. */
class ConfiguredNodeTest {

    private static final String CONFIGURATION = """
            network_authorizer: CassandraNetworkAuthorizer
            memtable:
              configurations:
                skiplist:
                  class_name: SkipListMemtable
                sharded:
                  class_name: ShardedSkipListMemtable
                default:
                  inherits: skiplist
            """;

    private static final String TRIGGER = """
            package ours;
            public class Audit implements org.apache.cassandra.triggers.ITrigger {
                public java.util.Collection<org.apache.cassandra.db.Mutation> augment(
                        org.apache.cassandra.db.partitions.Partition update) {
                    return null;
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static ConfiguredNode node;
    private static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        certificates = Certificates.in(folder);
        Path triggers = Files.createDirectories(folder.resolve("triggers"));
        node = ConfiguredNode.start(
                "5.0",
                Files.createDirectories(folder.resolve("node")),
                yaml -> yaml + CONFIGURATION + certificates.demanded(),
                List.of("-Dcassandra.triggers_dir=" + triggers));
        compile(triggers);
        connection = Connection.open(endpoint(), CqlUrl.parse(endpoint()));
        connection.ask(
                "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
        connection.ask("CREATE TABLE shop.orders (k int PRIMARY KEY)");
    }

    @AfterAll
    static void stop() {
        connection.close();
        node.close();
    }

    /** Into a jar, for the server loads no bare classes. */
    private static void compile(Path triggers) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Audit.java"), TRIGGER);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", node.classPath(), "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
        Process jar = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
                        "cf",
                        triggers.resolve("audit.jar").toString(),
                        "-C",
                        classes.toString(),
                        ".")
                .inheritIO()
                .start();
        assertThat(jar.waitFor()).isZero();
    }

    private static Endpoint endpoint() {
        return endpoint("localhost", certificates.trusting() + "&" + certificates.showing("client"));
    }

    private static Endpoint endpoint(String host, String parameters) {
        return new Endpoint(
                "cql://" + host + ":" + node.port() + "/" + (parameters.isEmpty() ? "" : "?" + parameters),
                Optional.of("cassandra"),
                new Endpoint.Secret(Optional.of("cassandra")),
                List.of(),
                Endpoint.Limits.DEFAULT);
    }

    private static void assertProblem(Endpoint endpoint, String what, String mend) {
        assertThatThrownBy(() ->
                        new CassandraReader().open(endpoint, Cluster.KINDS).read())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(mend);
    }

    @Test
    void aServerThatDemandsEncryptionIsReadWithIt() {
        Snapshot snapshot =
                new CassandraReader().open(endpoint(), Cluster.KINDS).read().snapshot();
        assertThat(snapshot.coverage().kinds().values()).containsOnly(Coverage.Entry.READ);
        assertThat(snapshot.facts("setting"))
                .filteredOn(setting -> setting.name().equals("client_encryption_options.require_client_auth"))
                .allMatch(setting -> "true".equals(setting.get("value")))
                .hasSize(1);
    }

    @Test
    void whatIsLackingForAnEncryptedConnectionIsSaid() {
        String trusting = certificates.trusting();
        assertProblem(endpoint("localhost", ""), "wants encryption", "add ssl=true");
        assertProblem(endpoint("localhost", "ssl=true"), "signed by nobody who is trusted", "add sslrootcert=FILE");
        assertProblem(endpoint("localhost", trusting), "without a certificate of the client", "add sslcert=FILE");
        assertProblem(
                endpoint("localhost", trusting + "&" + certificates.showing("server")),
                "does not take the certificate that it was shown",
                "that the server trusts");
        assertProblem(
                endpoint("127.0.0.1", trusting + "&" + certificates.showing("client")),
                "shows a certificate for another host: No subject alternative names matching IP address 127.0.0.1",
                "or ssl=verify-ca");
    }

    @Test
    void anotherHostsCertificateIsTakenIfThatIsAskedFor() {
        Endpoint endpoint = endpoint(
                "127.0.0.1", "ssl=verify-ca&" + certificates.trusting() + "&" + certificates.showing("client"));
        try (Connection open = Connection.open(endpoint, CqlUrl.parse(endpoint))) {
            assertThat(open.ask("SELECT key FROM system.local")).hasSize(1);
        }
    }

    @Test
    void wrongFilesAndParametersAreExplained() {
        Path none = folder.resolve("none.pem");
        Path key = folder.resolve("client.key");
        assertProblem(endpoint("localhost", "sslrootcert=" + none), none + ": cannot be read", "see that it exists");
        assertProblem(endpoint("localhost", "sslrootcert=" + key), key + ": holds no certificate", "keytool");
        assertProblem(
                endpoint("localhost", "sslcert=" + folder.resolve("client.pem") + "&sslkey=" + certificates.folder()),
                "cannot be read",
                "see that");
        assertProblem(
                endpoint("localhost", certificates.showing("client").replace("client.key", "client.pem")),
                "holds no private key in PKCS #8",
                "openssl pkcs8");
        assertProblem(endpoint("localhost", "sslcert=x"), "sslcert and sslkey go together", "");
        assertProblem(endpoint("localhost", "ssl=false&" + certificates.trusting()), "switches off", "");
        assertProblem(endpoint("localhost", "ssl=yes"), "ssl is true, verify-ca or false, not 'yes'", "");
    }

    @Test
    void dataCentersOfRolesAreToldAndMended() {
        changes(
                "CREATE ROLE local WITH LOGIN = true AND PASSWORD = 'x' AND ACCESS TO DATACENTERS {'datacenter1'}",
                "unexpected role:local ");
        changes(
                "ALTER ROLE local WITH ACCESS TO ALL DATACENTERS",
                "changed role:local datacenters: [datacenter1] -> []");
        mended(
                "ALTER ROLE local WITH ACCESS TO DATACENTERS {'datacenter1'}",
                "changed role:local datacenters: [] -> [datacenter1]");
    }

    @Test
    void triggersAndMemtablesAreToldAndMended() {
        mended(
                "CREATE TRIGGER \"The Audit\" ON shop.orders USING 'ours.Audit'",
                "unexpected trigger:shop.orders.\"The Audit\" ");
        mended(
                "ALTER TABLE shop.orders WITH memtable = 'sharded'",
                "changed table:shop.orders memtable: default -> sharded");
    }

    private static Snapshot read() {
        return new CassandraSource(endpoint(), CqlUrl.parse(endpoint()), Cluster.KINDS)
                .read(connection)
                .snapshot();
    }

    private static void changes(String statement, String change) {
        Snapshot before = read();
        connection.ask(statement);
        assertThat(Differ.compare(before, read()).changes())
                .map(ConfiguredNodeTest::line)
                .containsExactly(change);
    }

    /** As {@link #changes}, and the remedy undoes it. */
    private static void mended(String statement, String change) {
        Snapshot before = read();
        changes(statement, change);
        Snapshot after = read();
        for (Remedy.Statement one : Remedy.of(before, after, Differ.compare(before, after))) {
            assertThat(one.known()).isTrue();
            connection.ask(one.text());
        }
        assertThat(Differ.compare(before, read()).changes()).isEmpty();
    }

    private static String line(Change change) {
        String values = change.attribute().isEmpty() ? "" : ": " + change.before() + " -> " + change.after();
        return change.type().word() + " " + change.path() + " " + change.attribute() + values;
    }
}
