package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.HostileCarriers;
import dev.plumbline.source.HostileNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Names at every place that can hold them: they are read, written, read back, missed when they are gone, and made anew
 * by the remedy.
 */
class HostileNamesTest {

    /**
     * In an ordinary build a name stands at every n-th of the places that need a statement for each;
     * {@code -Dplumbline.names=1} puts all at all.
     */
    private static final int STEP = Integer.getInteger("plumbline.names", 24);

    private static final String VERSION = System.getProperty("plumbline.versions", "5.0");
    private static final int LONGEST = 48;
    private static final int FEW = 20;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern EACH = Pattern.compile("\\$([*&])\\{(.*?)\\}");

    private final List<String> faults = new ArrayList<>();
    private final Cluster cluster = Cluster.shared(VERSION);

    /** @param names all that stand in it; one, or as many as there are */
    private record Placed(HostileCarriers carrier, List<String> names, int number) {

        List<String> make() {
            return Arrays.stream(carrier.make().split("; (?=C|G|A)", -1))
                    .map(this::fill)
                    .toList();
        }

        String take() {
            return fill(carrier.take());
        }

        int count() {
            return carrier.kind().endsWith("*") ? names.size() : 1;
        }

        String kind() {
            return carrier.kind().replace("*", "");
        }

        private String fill(String cql) {
            String filled = EACH.matcher(cql)
                    .replaceAll(each -> Matcher.quoteReplacement(names.stream()
                            .map(name -> fill(each.group(2), name))
                            .collect(Collectors.joining(each.group(1).equals("*") ? ", " : " AND "))));
            return filled.equals(cql) ? fill(cql, names.size() == 1 ? names.get(0) : String.join("\n", names)) : filled;
        }

        private String fill(String cql, String name) {
            String word = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
            return HostileCarriers.fill(
                    cql.replace("$w", Cluster.quoted(word))
                            .replace("$g", literal("g" + name))
                            .replace("$m", literal("m" + name))
                            .replace("$o", literal("o" + name)),
                    Cluster.quoted(name),
                    "'" + name.replace("'", "''") + "'",
                    number);
        }

        /** A role's name as a literal with a dollar sign doubled, for it is filled in once more. */
        private static String literal(String name) {
            return "'" + name.replace("'", "''").replace("$", "$$") + "'";
        }
    }

    @AfterEach
    void clear() {
        cluster.close();
    }

    @Test
    void everyNameIsReadMissedAndMended() throws Exception {
        run("CREATE KEYSPACE hostile WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        run("CREATE ROLE some_role");
        run("CREATE FUNCTION hostile.state (a bigint, b bigint) CALLED ON NULL INPUT RETURNS bigint LANGUAGE java AS"
                + " 'return a;'");
        List<Placed> all = placed();
        all.forEach(one -> one.make().forEach(this::run));
        assertThat(faults).isEmpty();
        Snapshot full = cluster.readAgain();
        faults.addAll(HostileNames.roundTripFaults(full, Cluster.KINDS));
        faults.addAll(HostileNames.roundTripFaults(cluster.readAgain("hostile"), Cluster.KINDS));

        all.forEach(one -> run(one.take()));
        Snapshot bare = cluster.readAgain();
        List<Change> missed = Differ.compare(full, bare).changes();
        assertThat(counts(missed)).as("%s", missed).isEqualTo(expected(all));

        mend(full, bare);
        Snapshot mended = cluster.readAgain();
        changes("after the objects were made anew", full, mended);
        mend(bare, mended);
        changes("after they were taken away again", bare, cluster.readAgain());
        assertThat(faults).isEmpty();
    }

    private static List<Placed> placed() {
        List<HostileCarriers> carriers = HostileCarriers.parse(Cluster.text("cases/cassandra/hostile.cql"));
        List<String> names = HostileNames.all();
        List<Placed> placed = new ArrayList<>();
        for (int j = 0; j < carriers.size(); j++) {
            HostileCarriers carrier = carriers.get(j);
            List<String> possible = HostileNames.where(name -> mayStand(carrier, name));
            if (holdsAll(carrier)) {
                placed.add(new Placed(carrier, carrier.kind().endsWith("*") ? some(possible, j) : possible, j));
                continue;
            }
            for (String name : isSlow(carrier) ? some(possible, j) : possible) {
                placed.add(new Placed(carrier, List.of(name), names.indexOf(name)));
            }
        }
        return placed;
    }

    private static boolean holdsAll(HostileCarriers carrier) {
        return carrier.make().contains("$*{") || carrier.make().contains("comment = $l");
    }

    /** Every n-th of many, and more of few. */
    private static List<String> some(List<String> names, int from) {
        int step = names.size() < FEW ? Math.min(STEP, 4) : STEP;
        return IntStream.range(0, names.size())
                .filter(i -> (i + from) % step == 0)
                .mapToObj(names::get)
                .toList();
    }

    /** Whether each statement changes the schema, which takes a tenth of a second. */
    private static boolean isSlow(HostileCarriers carrier) {
        return !List.of("role", "grant").contains(carrier.kind());
    }

    private static boolean mayStand(HostileCarriers carrier, String name) {
        boolean word = !carrier.make().contains("$w") || WORD.matcher(name).matches();
        boolean identity = !carrier.make().contains("IDENTITY") || !VERSION.startsWith("4.");
        // The server takes the name of a role into a statement of its own as it stands.
        boolean role = !carrier.make().contains("ROLE $") || !name.contains("'");
        boolean routine = !carrier.kind().equals("routine") || name.chars().noneMatch(c -> "/[]".indexOf(c) >= 0);
        // In the target of an index the server finds no end of a line.
        boolean target = !carrier.make().contains("(keys($n))") || name.lines().count() < 2;
        // The server writes the condition of a view so that it could not read it again.
        boolean view = !carrier.kind().equals("materialized_view") || !name.equals("true");
        return word && identity && role && routine && target && view;
    }

    private static Map<String, Integer> expected(List<Placed> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Placed::kind, TreeMap::new, Collectors.summingInt(Placed::count)));
    }

    private static Map<String, Integer> counts(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.path().kind(), TreeMap::new, Collectors.summingInt(change -> 1)));
    }

    private void changes(String when, Snapshot expected, Snapshot actual) {
        Differ.compare(expected, actual).changes().forEach(change -> faults.add(when + ": " + change));
    }

    private void mend(Snapshot expected, Snapshot actual) {
        for (Remedy.Statement one : Remedy.of(expected, actual, Differ.compare(expected, actual))) {
            if (one.known()) {
                run(one.text());
            } else {
                faults.add(one.note());
            }
        }
    }

    private void run(String cql) {
        String complaint = cluster.complaint(cql);
        if (!complaint.isEmpty()) {
            faults.add(complaint);
        }
    }
}
