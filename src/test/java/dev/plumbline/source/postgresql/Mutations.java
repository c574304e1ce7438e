package dev.plumbline.source.postgresql;

import dev.plumbline.source.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The case file of mutations: blocks of SQL, each followed by the changes it makes as {@code --> changed path attribute},
 * and {@code --? reason} if {@code pg_dump} does not see it.
 *
 * @param sql also the name of the case
 * @param server a predicate of versions that know such a thing; empty for all
 * @param blind why the dump program does not show it; empty if it does
 */
record Mutations(String sql, String server, String blind, List<String> changes) {

    Mutations {
        changes = List.copyOf(changes);
    }

    static List<Mutations> parse(String text) {
        List<Mutations> cases = new ArrayList<>();
        for (String block : text.split("\n\\s*\n", -1)) {
            StringBuilder sql = new StringBuilder();
            List<String> changes = new ArrayList<>();
            String blind = "";
            String server = "";
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("--> ")) {
                    changes.add(line.substring(4));
                } else if (line.startsWith("--? ")) {
                    blind = line.substring(4);
                } else if (line.startsWith("--server ")) {
                    server = line.substring(9);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    sql.append(sql.isEmpty() ? "" : "\n").append(line);
                }
            }
            if (!sql.isEmpty()) {
                cases.add(new Mutations(sql.toString(), server, blind, changes));
            }
        }
        return cases;
    }

    /** What is expected of a server; a line may start with a predicate in brackets. */
    List<String> changes(ServerVersion version) {
        return changes.stream()
                .filter(c -> !c.startsWith("[") || version.matches(c.substring(1, c.indexOf(']'))))
                .map(c -> c.startsWith("[") ? c.substring(c.indexOf(']') + 2) : c)
                .toList();
    }

    /** The same case with what was found; only servers from 18 have names of NOT NULL constraints. */
    Mutations with(List<String> found) {
        return new Mutations(
                sql,
                server,
                blind,
                found.stream()
                        .map(c -> c.endsWith(" not_null_name") ? "[>= 18] " + c : c)
                        .toList());
    }

    String text() {
        StringBuilder out = new StringBuilder();
        if (!server.isEmpty()) {
            out.append("--server ").append(server).append('\n');
        }
        out.append(sql).append('\n');
        if (!blind.isEmpty()) {
            out.append("--? ").append(blind).append('\n');
        }
        changes.forEach(c -> out.append("--> ").append(c).append('\n'));
        return out.toString();
    }
}
