package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what an account saw against what an administrator saw at the same moment. */
public final class PoorAccounts {

    private PoorAccounts() {}

    /** The statements of a script, without comments. */
    public static List<String> statements(String script, String engine) {
        return SqlScript.split(script, SqlScript.Dialect.of(engine)).stream()
                .map(statement ->
                        statement.text().replaceAll("(?m)^--.*\\n?", "").strip())
                .toList();
    }

    /** The places of the statements that give something; the first one makes the account. */
    public static List<Integer> grants(List<String> statements) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).startsWith("GRANT ") || statements.get(i).startsWith("DO ")) {
                places.add(i);
            }
        }
        assertThat(places).hasSize(statements.size() - 1).isNotEmpty();
        return places;
    }

    public static List<String> without(List<String> statements, int place) {
        List<String> rest = new ArrayList<>(statements);
        rest.remove(place);
        return rest;
    }

    /** Kinds whose coverage says that something was not seen. */
    public static List<String> unseen(Snapshot snapshot) {
        return snapshot.coverage().kinds().entrySet().stream()
                .filter(e -> !Set.of(Status.READ, Status.UNSUPPORTED, Status.EXCLUDED)
                        .contains(e.getValue().status()))
                .map(e -> e.getKey())
                .toList();
    }

    /** A kind that is said to be read must hold what the administrator saw of it. */
    public static void claimNothingFalse(Snapshot administrator, Snapshot poor, String when) {
        assertThat(unseen(administrator)).as("unseen by the administrator").isEmpty();
        List<String> attributes = poor.coverage().kinds().keySet().stream()
                .filter(name -> name.contains(".") && !poor.coverage().complete(name))
                .toList();
        Set<String> kinds = kinds(poor);
        assertThat(kinds).isEqualTo(kinds(administrator));
        for (String kind : kinds) {
            if (poor.coverage().complete(kind)) {
                assertThat(texts(poor.facts(kind), poor, attributes))
                        .as(kind + " " + when)
                        .isEqualTo(texts(administrator.facts(kind), poor, attributes));
            }
        }
    }

    private static Set<String> kinds(Snapshot snapshot) {
        Set<String> kinds = new TreeSet<>(snapshot.coverage().kinds().keySet());
        kinds.removeIf(name -> name.contains("."));
        return kinds;
    }

    /** Facts as text, without the attributes of which the poor account has no value and says so. */
    private static List<String> texts(List<Fact> facts, Snapshot poor, List<String> unknown) {
        return facts.stream()
                .map(fact -> {
                    Map<String, @Nullable Object> values = new TreeMap<>(fact.attributes());
                    values.keySet()
                            .removeIf(name -> unknown.contains(fact.kind().name() + "." + name)
                                    && poor.find(fact.path())
                                            .filter(f -> f.get(name) == null)
                                            .isPresent());
                    return fact.path() + " " + values;
                })
                .toList();
    }
}
