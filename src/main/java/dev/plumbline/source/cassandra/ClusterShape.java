package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The server, its settings, data centers and keyspaces. */
final class ClusterShape {

    private final Answers answers;
    private final List<Row> nodes = new ArrayList<>();
    private final String schemaVersion;

    ClusterShape(Answers answers) {
        this.answers = answers;
        nodes.addAll(answers.all("datacenter.cql"));
        this.schemaVersion = nodes.stream()
                .map(row -> row.text("schema_version"))
                .findFirst()
                .orElse("");
        nodes.addAll(answers.all("datacenter+peers.cql"));
    }

    Stream<Fact> facts() {
        return Stream.of(
                        answers.all("server.cql").stream()
                                .map(row -> answers.fact("server", row, Map.of(), List.of("server"))),
                        answers.all("setting.cql").stream()
                                .map(row -> answers.fact("setting", row, Map.of(), List.of(row.text("setting")))),
                        datacenters(),
                        answers.all("keyspace.cql").stream()
                                .filter(row -> Scope.isReplicatedSystem(row.text("keyspace"))
                                        || answers.scope().reads(row.text("keyspace")))
                                .map(this::keyspace))
                .flatMap(facts -> facts);
    }

    private Fact keyspace(Row row) {
        String name = row.text("keyspace");
        Map<String, String> factors = row.map("replication");
        String strategy = JavaClass.shortName(factors.getOrDefault("class", ""));
        factors.remove("class");
        String everywhere = factors.remove("replication_factor");
        if (everywhere != null) {
            factors.put("*", everywhere);
        }
        return answers.fact(
                "keyspace",
                row,
                Map.of(
                        "replication_strategy", strategy,
                        "replication_factors", factors,
                        "system", Scope.isSystem(name)),
                List.of(answers.scope().name(name)));
    }

    private Stream<Fact> datacenters() {
        SortedMap<String, List<Row>> byName = new TreeMap<>();
        nodes.forEach(node -> byName.computeIfAbsent(node.text("datacenter"), name -> new ArrayList<>())
                .add(node));
        return byName.entrySet().stream().map(entry -> datacenter(entry.getKey(), entry.getValue()));
    }

    private Fact datacenter(String name, List<Row> members) {
        List<String> disagreeing = members.stream()
                .filter(this::disagrees)
                .map(ClusterShape::address)
                .toList();
        return answers.fact(
                "datacenter",
                new Row(Map.of()),
                Map.of(
                        "nodes", members.size(),
                        "racks", distinct(members, row -> row.text("rack")),
                        "versions", distinct(members, row -> row.text("version")),
                        "schema_versions",
                                Math.max(
                                        1,
                                        distinct(members, row -> row.text("schema_version"))
                                                .size()),
                        "schema_agreement", disagreeing.isEmpty(),
                        "disagreeing_nodes", disagreeing),
                List.of(name));
    }

    private static List<String> distinct(List<Row> rows, Function<Row, String> value) {
        return rows.stream()
                .map(value)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A node that never told its version is one that has not joined. */
    private boolean disagrees(Row node) {
        return node.has("schema_version") && !node.text("schema_version").equals(schemaVersion);
    }

    private static String address(Row node) {
        return node.text("peer").replaceFirst("^[^/]*/", "") + ":" + node.number("peer_port");
    }

    Optional<String> disagreement() {
        long disagreeing = nodes.stream().filter(this::disagrees).count();
        return disagreeing == 0
                ? Optional.empty()
                : Optional.of(disagreeing + " of " + nodes.size()
                        + " nodes hold another version of the schema than the node that was read");
    }
}
