package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles, and what limits them. */
final class RoleShape {

    private final Answers answers;

    RoleShape(Answers answers) {
        this.answers = answers;
    }

    Stream<Fact> facts() {
        Map<String, List<String>> datacenters = datacenters();
        Map<String, List<String>> networks = networks();
        Map<String, List<String>> meanings = meanings();
        Map<String, List<String>> identities = new HashMap<>();
        answers.all("role+identities.cql")
                .forEach(row -> identities
                        .computeIfAbsent(row.text("role"), role -> new ArrayList<>())
                        .add(row.text("identity")));
        return answers.all("role.cql").stream().map(row -> {
            String role = row.text("role");
            return answers.fact(
                    "role",
                    row,
                    Map.of(
                            "datacenters", datacenters.getOrDefault(role, List.of()),
                            "cidr_groups", networks.getOrDefault(role, List.of()),
                            "cidr_networks", meant(networks.getOrDefault(role, List.of()), meanings),
                            "identities",
                                    identities.getOrDefault(role, List.of()).stream()
                                            .sorted()
                                            .toList()),
                    List.of(role));
        });
    }

    /** Networks by the name of their group: the catalogue holds {@code ('10.0.0.0',8)}. */
    private Map<String, List<String>> meanings() {
        Map<String, List<String>> meanings = new HashMap<>();
        answers.all("role+cidrs.cql")
                .forEach(row -> meanings.put(
                        row.text("cidr_group"),
                        row.list("cidrs").stream()
                                .map(cidr -> cidr.replaceAll("[(')]", "").replace(',', '/'))
                                .sorted()
                                .toList()));
        return meanings;
    }

    private static Map<String, String> meant(List<String> groups, Map<String, List<String>> meanings) {
        return groups.stream()
                .filter(meanings::containsKey)
                .collect(Collectors.toMap(group -> group, group -> String.join(" ", meanings.get(group))));
    }

    /** Of all tables of roles this one alone calls them {@code roles/name}, as privileges do. */
    private Map<String, List<String>> datacenters() {
        Map<String, List<String>> lists = new HashMap<>();
        answers.all("role+datacenters.cql")
                .forEach(row -> lists.put(row.text("role").replaceFirst("^roles/", ""), row.list("datacenters")));
        return lists;
    }

    private Map<String, List<String>> networks() {
        Map<String, List<String>> lists = new HashMap<>();
        answers.all("role+networks.cql").forEach(row -> lists.put(row.text("role"), row.list("cidr_groups")));
        return lists;
    }
}
