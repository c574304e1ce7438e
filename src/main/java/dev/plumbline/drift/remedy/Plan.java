package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Change.Type;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What all engines share: renames go first, so that everything after them uses the expected names; objects are made
 * in the order in which they mention each other and dropped in the opposite one; what came or went takes its parts
 * along.
 */
final class Plan {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Snapshot expected;
    private final Snapshot actual;
    private final Script script;
    private final Dialect dialect;
    private final Map<FactPath, FactPath> renamed = new HashMap<>();

    Plan(Snapshot expected, Snapshot actual, Script script) {
        this.expected = expected;
        this.actual = actual;
        this.script = script;
        this.dialect = Dialect.of(expected, actual, script);
    }

    void write(Drift drift) {
        rename(drift);
        Map<FactPath, List<Change>> changed = new LinkedHashMap<>();
        Set<Fact> lost = new LinkedHashSet<>();
        Set<Fact> gained = new LinkedHashSet<>();
        for (Change change : drift.changes()) {
            switch (change.type()) {
                case MISSING -> expected.find(change.path()).ifPresentOrElse(lost::add, () -> script.unknown(change));
                case UNEXPECTED ->
                    actual.find(change.path()).ifPresentOrElse(gained::add, () -> script.unknown(change));
                case CHANGED ->
                    changed.computeIfAbsent(change.path(), p -> new ArrayList<>())
                            .add(change);
                case RENAMED -> {}
            }
        }
        Set<FactPath> replaced = dialect.replaced(drift.changes(), this::now);
        replaced.forEach(path -> {
            expected.find(path).ifPresent(lost::add);
            actual.facts(path.kind()).stream()
                    .filter(f -> now(f.path()).equals(path))
                    .forEach(gained::add);
        });
        drop(gained, replaced);
        change(changed, replaced);
        create(lost, replaced);
        dialect.finish();
    }

    private void rename(Drift drift) {
        List<Change> renames = drift.changes().stream()
                .filter(c -> c.type() == Type.RENAMED)
                .sorted(Comparator.comparingInt(c -> c.path().names().size()))
                .toList();
        for (Change change : renames) {
            FactPath from = change.from().orElse(change.path());
            Optional<Fact> fact = expected.find(from);
            FactPath now = now(change.path());
            renamed.put(change.path(), from);
            if (fact.isEmpty() || !dialect.rename(fact.get(), now, change, drift.changes())) {
                script.unknown(change);
            }
        }
    }

    /** Where something stands after the renames: under the expected names. */
    private FactPath now(FactPath path) {
        FactPath exact = renamed.get(path);
        if (exact != null) {
            return exact;
        }
        List<String> names = path.names();
        boolean grant = path.kind().equals("grant");
        int start = grant ? 1 : 0;
        for (Map.Entry<FactPath, FactPath> entry : renamed.entrySet()) {
            List<String> old = entry.getKey().names();
            int end = start + old.size();
            if (end < names.size()
                    && names.subList(start, end).equals(old)
                    && (!grant || names.get(0).equals(entry.getKey().kind()))) {
                List<String> moved = new ArrayList<>(names.subList(0, start));
                moved.addAll(entry.getValue().names());
                moved.addAll(names.subList(end, names.size()));
                return new FactPath(path.kind(), moved);
            }
        }
        return path;
    }

    private void change(Map<FactPath, List<Change>> changed, Set<FactPath> replaced) {
        changed.forEach((path, changes) -> {
            Optional<Fact> before = expected.find(now(path));
            Optional<Fact> after = actual.find(path);
            if (inside(now(path), replaced)) {
                return;
            }
            if (before.isEmpty() || after.isEmpty()) {
                changes.forEach(script::unknown);
                return;
            }
            Map<String, Change> byAttribute = new LinkedHashMap<>();
            changes.forEach(c -> byAttribute.put(c.attribute(), c));
            dialect.change(before.get(), after.get(), byAttribute);
            byAttribute.values().forEach(script::unknown);
        });
    }

    private void drop(Set<Fact> facts, Set<FactPath> replaced) {
        List<Fact> ordered = ordered(facts);
        Collections.reverse(ordered);
        for (Fact fact : ordered) {
            FactPath path = now(fact.path());
            if (replaced.contains(path) || !inside(path, replaced)) {
                if (!dialect.drop(fact, path)) {
                    script.unknown(
                            Change.unexpected(fact.path(), fact.kind().impacts().unexpected(), 0));
                }
            }
        }
    }

    private void create(Set<Fact> facts, Set<FactPath> replaced) {
        Set<Fact> all = new LinkedHashSet<>();
        Set<FactPath> withParent = new HashSet<>();
        for (Fact fact : facts) {
            if (replaced.contains(fact.path()) || !inside(fact.path(), replaced)) {
                add(fact, all, withParent);
            }
        }
        for (Fact fact : List.copyOf(all)) {
            dialect.companions(fact).forEach(f -> add(f, all, withParent));
        }
        for (Fact fact : ordered(all)) {
            if (!dialect.create(fact, withParent.contains(fact.path()))) {
                script.unknown(Change.missing(fact.path(), fact.kind().impacts().missing(), 0));
            }
        }
    }

    private void add(Fact fact, Set<Fact> all, Set<FactPath> withParent) {
        all.add(fact);
        expected.parts(fact)
                .values()
                .forEach(parts -> parts.forEach(part -> {
                    withParent.add(part.path());
                    add(part, all, withParent);
                }));
    }

    /** Whether a fact is one of these or a part of one, or a privilege on it. */
    private static boolean inside(FactPath path, Set<FactPath> wholes) {
        return wholes.stream().anyMatch(whole -> {
            if (path.equals(whole)) {
                return true;
            }
            List<String> names = path.kind().equals("grant")
                    ? path.names().subList(1, path.names().size())
                    : path.names();
            int size = whole.names().size();
            return names.size() > size && names.subList(0, size).equals(whole.names());
        });
    }

    /** Those that are mentioned before those that mention them. */
    static List<Fact> ordered(Set<Fact> facts) {
        Map<String, List<Fact>> byName = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.path().names().size() <= 2) {
                byName.computeIfAbsent(fact.name(), n -> new ArrayList<>()).add(fact);
            }
        }
        Set<Fact> done = new LinkedHashSet<>();
        facts.forEach(fact -> visit(fact, byName, done, new HashSet<>()));
        return new ArrayList<>(done);
    }

    private static void visit(Fact fact, Map<String, List<Fact>> byName, Set<Fact> done, Set<Fact> open) {
        if (done.contains(fact) || !open.add(fact)) {
            return;
        }
        if (fact.path().names().size() <= 2) {
            for (String word : words(fact)) {
                byName.getOrDefault(word, List.of()).stream()
                        .filter(other -> !other.equals(fact))
                        .forEach(other -> visit(other, byName, done, open));
            }
        }
        done.add(fact);
    }

    /** Words in the definition of an object, quoted or not, that may be names of others. */
    static Set<String> words(Fact fact) {
        String text = fact.attributes().entrySet().stream()
                .filter(e -> !e.getKey().equals("comment") && !e.getKey().equals("owner"))
                .map(e -> String.valueOf(e.getValue()))
                .collect(Collectors.joining("\n"));
        return WORD.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
    }
}
