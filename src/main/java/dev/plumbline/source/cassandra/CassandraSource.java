package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.QueryFile;
import dev.plumbline.source.Reading;
import dev.plumbline.source.ServerVersion;
import dev.plumbline.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads one cluster through one node. There are no transactions over the catalogue, so the schema's version is asked
 * before and after: if it moved in between, all is read again.
 */
final class CassandraSource implements Source {

    private static final int ATTEMPTS = 3;

    /** The server marks a new index complete some milliseconds after the statement that made it, even without rows. */
    private static final int PENDING_ATTEMPTS = 5;

    private static final int PENDING_WAIT_MILLIS = 100;

    /**
     * What each node knows by itself and tells every account. For all else it looks up privileges, if not the answer, which
     * may lie on other nodes.
     */
    private static final Pattern KNOWN_HERE =
            Pattern.compile("\\bFROM (?:system_schema\\.|system\\.(?:local|peers_v2)\\b)");

    private final Endpoint endpoint;
    private final CqlUrl url;
    private final Kinds kinds;
    private final Catalog catalog = Catalog.load(CqlUrl.ENGINE);

    CassandraSource(Endpoint endpoint, CqlUrl url, Kinds kinds) {
        this.endpoint = endpoint;
        this.url = url;
        this.kinds = kinds;
    }

    private static boolean isKnownHere(QueryFile file, ServerVersion version) {
        return KNOWN_HERE.matcher(file.text(version)).find();
    }

    @Override
    public Reading read() {
        return Deadline.within(endpoint, this::read);
    }

    private Reading read(Deadline deadline) {
        try (Connection connection = Connection.open(endpoint, url)) {
            deadline.guard(connection::cut);
            return read(connection);
        }
    }

    Reading read(Connection connection) {
        return new Attempt(connection).read();
    }

    /** What one connection has yielded so far. */
    private final class Attempt {

        private final Connection connection;
        private final List<Reading.Statement> statements = new ArrayList<>();
        private final Map<String, Coverage.Entry> coverage = new TreeMap<>();
        private final Map<String, List<Row>> rows = new TreeMap<>();

        Attempt(Connection connection) {
            this.connection = connection;
        }

        Reading read() {
            ServerVersion version = version();
            Scope scope = scope();
            Map<QueryFile, Sent> others = askOthers(version, scope);
            boolean moved = true;
            for (int i = 0; i < ATTEMPTS && moved; i++) {
                Optional<String> before = schemaVersion();
                coverage.clear();
                rows.clear();
                catalog.files().stream()
                        .filter(file -> file.hasQuery() && isKnownHere(file, version))
                        .forEach(file -> read(file, version, scope));
                moved = before.isEmpty() || !before.equals(schemaVersion());
            }
            catalog.files().stream()
                    .filter(QueryFile::hasQuery)
                    .filter(file -> !isKnownHere(file, version))
                    .forEach(file -> read(file, version, scope, Optional.ofNullable(others.get(file))));
            Shapes shapes = new Shapes(new Answers(kinds, scope, rows));
            for (int i = 0; i < PENDING_ATTEMPTS && shapes.pending() && slept(); i++) {
                catalog.files().stream()
                        .filter(file -> file.kindName().equals("pending_build"))
                        .forEach(file -> read(file, version, scope));
                shapes = new Shapes(new Answers(kinds, scope, rows));
            }
            List<Fact> facts = new ArrayList<>(shapes.facts());
            Map<String, Coverage.Entry> trusted = new TreeMap<>(trusted(moved, shapes.disagreement()));
            new OwnQueries(connection, version, endpoint.limits()).read(endpoint.own(), facts, statements, trusted);
            Snapshot snapshot = new Snapshot(CqlUrl.ENGINE, kinds, facts, Coverage.of(trusted));
            return new Reading(snapshot, statements);
        }

        /** Sends at once what other nodes may have to answer: those that do not cost the time-out once. */
        private Map<QueryFile, Sent> askOthers(ServerVersion version, Scope scope) {
            Map<QueryFile, Sent> sent = new LinkedHashMap<>();
            catalog.files().stream()
                    .filter(QueryFile::hasQuery)
                    .filter(file -> !isKnownHere(file, version) && file.serves(version))
                    .forEach(file -> {
                        String cql = cql(file, version, scope);
                        sent.put(file, connection.start(cql, cql.contains(" system_auth.")));
                    });
            return sent;
        }

        private static boolean slept() {
            try {
                Thread.sleep(PENDING_WAIT_MILLIS);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private ServerVersion version() {
            Row local = need("version", "SELECT release_version, data_center FROM system.local").stream()
                    .findFirst()
                    .orElseThrow(() -> new ProblemsException(
                            endpoint.safeUrl(), "the server knows nothing of itself", "look into the server's log"));
            ServerVersion version = ServerVersion.of(CqlUrl.ENGINE, local.text("release_version"));
            if (!version.matches(">= 4.0")) {
                throw new ProblemsException(
                        endpoint.safeUrl(),
                        "the server calls itself version " + local.text("release_version")
                                + "; Cassandra is read from 4.0 on",
                        "upgrade the server");
            }
            String here = local.text("data_center");
            if (url.datacenter().isPresent() && !url.datacenter().get().equals(here)) {
                throw new ProblemsException(
                        endpoint.safeUrl(),
                        "the server is in data center " + here + ", not in "
                                + url.datacenter().get(),
                        "write dc=" + here + ", or name a host of the other; the cluster has "
                                + String.join(", ", datacenters(here)));
            }
            return version;
        }

        private List<String> datacenters(String here) {
            List<String> names = new ArrayList<>(List.of(here));
            need("datacenters", "SELECT data_center FROM system.peers_v2")
                    .forEach(row -> names.add(row.text("data_center")));
            return names.stream().distinct().sorted().toList();
        }

        private Scope scope() {
            List<String> existing = need("keyspaces", "SELECT keyspace_name FROM system_schema.keyspaces").stream()
                    .map(row -> row.text("keyspace_name"))
                    .filter(name -> !Scope.isSystem(name))
                    .sorted()
                    .toList();
            Scope scope = new Scope(url.keyspace(), endpoint.schemas());
            List<String> lost = new ArrayList<>(scope.named());
            lost.removeAll(existing);
            if (!lost.isEmpty()) {
                throw new ProblemsException(
                        endpoint.safeUrl(),
                        "there is no keyspace " + String.join(", ", lost),
                        existing.isEmpty()
                                ? "the cluster has none of its users' own"
                                : "the cluster has " + String.join(", ", existing));
            }
            return scope;
        }

        private Optional<String> schemaVersion() {
            try {
                List<Row> local = ask("schema version", "SELECT schema_version FROM system.local");
                return local.stream().findFirst().map(row -> row.text("schema_version"));
            } catch (DriverException e) {
                return Optional.empty();
            }
        }

        /** What nothing can be said without. */
        private List<Row> need(String name, String cql) {
            try {
                return ask(name, cql);
            } catch (DriverException e) {
                throw new ProblemsException(
                        new Problem(
                                endpoint.safeUrl(),
                                "the server refuses to tell its " + name + ": " + Fault.reason(e),
                                "look into the server's log"),
                        e);
            }
        }

        private void read(QueryFile file, ServerVersion version, Scope scope) {
            read(file, version, scope, Optional.empty());
        }

        /** @param sent if the statement is on its way already */
        private void read(QueryFile file, ServerVersion version, Scope scope, Optional<Sent> sent) {
            if (!file.serves(version)) {
                if (file.declares()) {
                    merge(
                            file,
                            Coverage.Status.UNSUPPORTED,
                            "needs " + file.server().orElse("another server"));
                }
                return;
            }
            try {
                String cql = cql(file, version, scope);
                rows.put(file.name(), sent.isPresent() ? take(file.name(), cql, sent.get()) : ask(file.name(), cql));
                merge(file, Coverage.Status.READ, "");
            } catch (DriverException e) {
                if (Fault.isDenial(e)) {
                    merge(file, Coverage.Status.DENIED, file.denied().orElseGet(() -> Fault.reason(e)));
                } else {
                    merge(file, Coverage.Status.FAILED, Fault.reason(e));
                }
            }
        }

        private static String cql(QueryFile file, ServerVersion version, Scope scope) {
            return file.text(version).replace("${scope}", scope.restriction()).strip();
        }

        private List<Row> take(String name, String cql, Sent sent) {
            List<Row> answer = connection.take(sent);
            statements.add(new Reading.Statement(name, cql, answer.size(), sent.micros()));
            return answer;
        }

        private List<Row> ask(String name, String cql) {
            long start = System.nanoTime();
            List<Row> answer = connection.ask(cql);
            statements.add(new Reading.Statement(name, cql, answer.size(), (System.nanoTime() - start) / 1_000));
            return answer;
        }

        /** What only adds to a kind leaves it read in part when it fails; what declares it decides about the whole. */
        private void merge(QueryFile file, Coverage.Status status, String reason) {
            Coverage.Entry entry = new Coverage.Entry(status, reason);
            if (!file.declares() && status != Coverage.Status.READ) {
                entry = new Coverage.Entry(Coverage.Status.PARTIAL, reason);
            }
            coverage.merge(file.kindName(), entry, (known, added) -> {
                boolean worse = added.status() != Coverage.Status.READ
                        && (file.declares() || known.status() == Coverage.Status.READ);
                return worse ? added : known;
            });
        }

        /** Coverage, less what cannot be trusted since nodes disagree or the schema moved while it was read. */
        private Map<String, Coverage.Entry> trusted(boolean moved, Optional<String> disagreement) {
            coverage.put("primary_key", coverage.getOrDefault("column", Coverage.Entry.READ));
            // Only roles tell what a superuser was given for having made a thing, only views tell views from tables.
            List.of("role.cql", "materialized_view.cql").stream()
                    .filter(file -> !rows.containsKey(file))
                    .forEach(file -> coverage.computeIfPresent(
                            "grant",
                            (kind, entry) -> entry.status() == Coverage.Status.READ
                                    ? new Coverage.Entry(
                                            Coverage.Status.PARTIAL, "privileges cannot be told apart without " + file)
                                    : entry));
            String doubt = doubt(moved, disagreement);
            if (!doubt.isEmpty()) {
                coverage.replaceAll(
                        (kind, entry) -> Scope.SCHEMA_KINDS.contains(kind) && entry.status() == Coverage.Status.READ
                                ? new Coverage.Entry(Coverage.Status.PARTIAL, doubt)
                                : entry);
            }
            return Collections.unmodifiableMap(coverage);
        }

        private String doubt(boolean moved, Optional<String> disagreement) {
            if (disagreement.isPresent()) {
                return disagreement.get();
            }
            if (!rows.containsKey("datacenter+peers.cql")) {
                return "whether the other nodes hold the same schema could not be asked";
            }
            return moved ? "the schema changed each time it was read" : "";
        }
    }
}
