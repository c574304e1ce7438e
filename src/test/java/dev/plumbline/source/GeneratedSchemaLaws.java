package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.BothWays;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every schema and every change of it, tried on some that nobody chose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratedSchemaLaws {

    private final List<GeneratedCase> cases = new ArrayList<>();

    /** Makes the databases of these seeds on a real server. */
    protected abstract List<GeneratedCase> make(List<Long> seeds) throws Exception;

    @BeforeAll
    void makeAll() throws Exception {
        cases.addAll(make(GeneratedCase.seeds()));
    }

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
        for (GeneratedCase one : cases) {
            for (Snapshot snapshot : List.of(one.first(), one.changed())) {
                Path file = folder.resolve("snapshot.txt");
                Files.writeString(file, text(snapshot));
                Snapshot read = Snapshot.read(file, snapshot.kinds());
                assertThat(text(read)).as("%s", one).isEqualTo(text(snapshot));
                assertThat(comparable(read)).as("%s", one).isEqualTo(comparable(snapshot));
                assertThat(Differ.compare(snapshot, read).equal()).as("%s", one).isTrue();
            }
        }
    }

    @Test
    void aTextSaysTheSameIfOnlyItsDifferencesAreRead() {
        for (GeneratedCase one : cases) {
            BothWays.agree(one.first(), one.again());
            BothWays.agree(one.first(), one.changed());
            BothWays.agree(one.changed(), one.undone().result());
        }
    }

    @Test
    void readingTwiceIsTheSame() throws IOException {
        for (GeneratedCase one : cases) {
            assertThat(one.again()).as("%s", one).isEqualTo(one.first());
            assertThat(text(one.again())).as("%s", one).isEqualTo(text(one.first()));
            assertThat(Differ.compare(one.first(), one.first()).equal())
                    .as("%s", one)
                    .isTrue();
        }
    }

    @Test
    void theOrderOfCreationDoesNotMatter() {
        for (GeneratedCase one : cases) {
            assertThat(Differ.compare(one.first(), one.reordered()).changes())
                    .as("%s", one)
                    .isEmpty();
            List<String> unlike = new ArrayList<>(comparable(one.reordered()));
            unlike.removeAll(comparable(one.first()));
            assertThat(unlike).as("%s", one).isEmpty();
        }
    }

    @Test
    void nothingDiffersExactlyIfTheFactsAreTheSame() {
        for (GeneratedCase one : cases) {
            for (Snapshot other : List.of(one.changed(), one.undone().result())) {
                assertThat(Differ.compare(one.first(), other).equal())
                        .as("%s", one)
                        .isEqualTo(comparable(one.first()).equals(comparable(other)));
            }
        }
        assertThat(cases)
                .as("some change changes something")
                .anyMatch(c -> !comparable(c.first()).equals(comparable(c.changed())));
    }

    @Test
    void theOtherDirectionMirrorsTheDiff() {
        for (GeneratedCase one : cases) {
            List<Change> there = Differ.compare(one.first(), one.changed()).changes();
            List<Change> back = Differ.compare(one.changed(), one.first()).changes();
            Map<String, String> newNames = new HashMap<>();
            there.stream()
                    .filter(c -> c.type() == Change.Type.RENAMED)
                    .forEach(c ->
                            newNames.put(c.from().orElseThrow().name(), c.path().name()));
            assertThat(back.stream().map(c -> mirrored(c, newNames)).toList())
                    .as("%s", one)
                    .containsExactlyInAnyOrderElementsOf(
                            there.stream().map(c -> plain(c, newNames)).toList());
        }
    }

    @Test
    void theRemedyOfTheChangesUndoesThem() {
        List<String> faults = new ArrayList<>();
        int undone = 0;
        for (GeneratedCase one : cases) {
            List<Change> rest = Differ.compare(one.first(), one.undone().result()).changes().stream()
                    .filter(c -> !isExcused(one, c))
                    .toList();
            if (!one.undone().known()) {
                continue;
            }
            if (one.undone().complaint().isEmpty() && rest.isEmpty()) {
                undone++;
            } else {
                faults.add(one + "\n   " + one.undone().complaint() + rest + "\n   "
                        + one.undone().remedy());
            }
        }
        assertThat(faults).isEmpty();
        if (cases.size() > 1) {
            assertThat(undone).isGreaterThan(cases.size() / 2);
        }
    }

    /** Whether a remedy of this engine cannot reach it; nothing, if it does not say otherwise. */
    protected boolean isExcused(GeneratedCase one, Change left) {
        return false;
    }

    private static String text(Snapshot snapshot) throws IOException {
        StringBuilder out = new StringBuilder();
        snapshot.write(out);
        return out.toString();
    }

    /** Each fact that a diff compares, with the attributes that it compares and its rank. */
    private static List<String> comparable(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : snapshot.facts()) {
            Map<String, Object> attributes = new TreeMap<>();
            for (Kind.Attribute attribute : fact.kind().attributes()) {
                Object value = fact.get(attribute.name());
                if (value != null && (attribute.compared() || attribute.role() == Kind.Role.ORDER)) {
                    attributes.put(attribute.name(), value);
                }
            }
            lines.add(fact.path() + " " + attributes);
        }
        return lines;
    }

    private static String plain(Change change, Map<String, String> newNames) {
        if (change.attribute().equals("position")) {
            return moved(change, newNames);
        }
        FactPath from = change.from().orElse(change.path());
        return change.type() + " " + now(from, newNames) + " " + now(change.path(), newNames) + " "
                + values(change, change.before(), change.after());
    }

    private static String mirrored(Change change, Map<String, String> newNames) {
        if (change.attribute().equals("position")) {
            return moved(change, newNames);
        }
        Change.Type type = switch (change.type()) {
            case MISSING -> Change.Type.UNEXPECTED;
            case UNEXPECTED -> Change.Type.MISSING;
            case CHANGED, RENAMED -> change.type();
        };
        FactPath from = change.from().orElse(change.path());
        return type + " " + now(change.path(), newNames) + " " + now(from, newNames) + " "
                + values(change, /* before= */ change.after(), /* after= */ change.before());
    }

    /** The fewest that explain the order are said to have moved, and of two neighbours either may be the one. */
    private static String moved(Change change, Map<String, String> newNames) {
        List<String> names = new ArrayList<>(now(change.path(), newNames));
        names.remove(names.size() - 1);
        return "MOVED " + names;
    }

    private static String values(Change change, @Nullable Object before, @Nullable Object after) {
        return change.attribute() + " " + change.parts() + " " + Objects.toString(before) + " "
                + Objects.toString(after);
    }

    /** The names as they are after all renames, for a change below a renamed object is found at its new path. */
    private static Collection<String> now(FactPath path, Map<String, String> newNames) {
        List<String> names = new ArrayList<>(List.of(path.kind()));
        path.names().forEach(n -> names.add(newNames.getOrDefault(n, n)));
        return names;
    }
}
