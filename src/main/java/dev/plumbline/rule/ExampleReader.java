package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.Verdict.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the examples of a rule. An example is a mapping of kinds to facts: {@code table: {path: public.t, columns:
 * [{name: id, type: bigint}]}}, or {@code facts:} with a list of these; what it does not say has its usual value, and
 * every kind counts as read unless it stands under {@code unread}.
 */
final class ExampleReader {

    private static final List<String> KEYS =
            List.of("facts", "files", "targets", "params", "now", "engine", "version", "unread", "finds");

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Kinds kinds;
    private final CompiledRule rule;
    private final List<Problem> problems;
    private final ExampleFacts exampleFacts;

    ExampleReader(Kinds kinds, CompiledRule rule, List<Problem> problems) {
        this.kinds = kinds;
        this.rule = rule;
        this.problems = problems;
        this.exampleFacts = new ExampleFacts(kinds, KEYS, problems);
    }

    List<Example> read(Fields fields) {
        List<Example> examples = new ArrayList<>();
        Fields groups = Fields.of(fields.get("examples").orElseThrow());
        for (String group : RuleShape.EXAMPLE_GROUPS) {
            Outcome expected = outcome(group);
            for (Yaml item : groups.items(group)) {
                example(expected, item).ifPresent(examples::add);
            }
        }
        return examples;
    }

    private static Outcome outcome(String group) {
        return switch (group) {
            case "passes" -> Outcome.PASS;
            case "fails" -> Outcome.FAIL;
            default -> Outcome.valueOf(group.toUpperCase(Locale.ROOT));
        };
    }

    private Optional<Example> example(Outcome expected, Yaml item) {
        if (!(item instanceof Yaml.Fields fields)) {
            problems.add(item.problem("an example must be a mapping of kinds to facts, not " + item.what(), ""));
            return Optional.empty();
        }
        int before = problems.size();
        List<Fact> facts = new ArrayList<>();
        List<Fact> files = new ArrayList<>();
        List<Project.Target> targets = new ArrayList<>();
        Map<String, Object> parameters = new TreeMap<>();
        Instant now = NOW;
        Optional<Set<String>> finds = Optional.empty();
        Set<String> unread = unread(fields);
        for (Yaml.Entry entry : fields.entries().values()) {
            String key = entry.key().text();
            switch (key) {
                case "facts" -> exampleFacts.all(entry.value(), facts);
                case "files" -> exampleFacts.all(entry.value(), files);
                case "targets" -> targets(entry.value(), targets, unread);
                case "params" -> parameters(entry.value(), parameters);
                case "now" -> now = now(entry.value());
                case "engine", "version", "unread" -> {}
                case "finds" -> finds = finds(entry.value(), expected);
                default -> exampleFacts.one(entry, facts);
            }
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            boolean fromFiles = rule.rule().engines().equals(List.of(FactModel.PROJECT))
                    || rule.rule().kind().equals(FactModel.PROJECT);
            if (fromFiles) {
                files.addAll(facts);
            } else if (targets.isEmpty()) {
                targets.add(target("example", engine(fields), fields.text("version"), facts, unread));
            } else if (!facts.isEmpty()) {
                problems.add(item.problem("with 'targets' every fact stands in one of them, or under 'files'", ""));
            }
            boolean anyFiles = fromFiles || !files.isEmpty();
            Snapshot project =
                    new Snapshot(FactModel.PROJECT, kinds, files, anyFiles ? coverage(unread) : Coverage.NONE);
            return Optional.of(new Example(
                    expected,
                    new Project("example", targets, project, Map.of()),
                    parameters,
                    now,
                    item.place(),
                    finds));
        } catch (IllegalArgumentException e) {
            problems.add(item.problem(String.valueOf(e.getMessage()), "give each fact a path of its own"));
            return Optional.empty();
        }
    }

    private String engine(Yaml.Fields fields) {
        String own = fields.text("engine");
        return !own.isEmpty()
                ? own
                : rule.rule().engines().stream()
                        .filter(e -> !e.equals(FactModel.PROJECT))
                        .findFirst()
                        .orElse("postgresql");
    }

    private Set<String> unread(Yaml.Fields fields) {
        Set<String> unread = new HashSet<>();
        Yaml.Entry entry = fields.entries().get("unread");
        if (entry != null && entry.value() instanceof Yaml.Items items) {
            for (Yaml item : items.items()) {
                if (item instanceof Yaml.Scalar kind && exampleFacts.kind(kind) != null) {
                    unread.add(kind.text());
                }
            }
        } else if (entry != null) {
            problems.add(entry.value().problem("'unread' must be a list of kinds", ""));
        }
        return unread;
    }

    private Coverage coverage(Set<String> unread) {
        Map<String, Coverage.Entry> entries = new TreeMap<>();
        for (Kind kind : kinds.all()) {
            entries.put(
                    kind.name(),
                    unread.contains(kind.name())
                            ? new Coverage.Entry(Coverage.Status.DENIED, "the example says so")
                            : Coverage.Entry.READ);
        }
        return Coverage.of(entries);
    }

    private Project.Target target(String name, String engine, String version, List<Fact> facts, Set<String> unread) {
        return new Project.Target(
                name, version, new Snapshot(engine, kinds, facts, coverage(unread)), Optional.empty(), Map.of());
    }

    private void targets(Yaml value, List<Project.Target> targets, Set<String> unread) {
        if (!(value instanceof Yaml.Items items)) {
            problems.add(value.problem("'targets' must be a list", ""));
            return;
        }
        for (Yaml item : items.items()) {
            if (!(item instanceof Yaml.Fields fields)) {
                problems.add(item.problem("a target must be a mapping with name, engine and facts", ""));
                continue;
            }
            List<Fact> facts = new ArrayList<>();
            for (Yaml.Entry entry : fields.entries().values()) {
                switch (entry.key().text()) {
                    case "name", "engine", "version" -> {}
                    case "facts" -> exampleFacts.all(entry.value(), facts);
                    default -> exampleFacts.one(entry, facts);
                }
            }
            String name = fields.text("name");
            try {
                targets.add(target(
                        name.isEmpty() ? "target" + (targets.size() + 1) : name,
                        engine(fields),
                        fields.text("version"),
                        facts,
                        unread));
            } catch (IllegalArgumentException e) {
                problems.add(item.problem(String.valueOf(e.getMessage()), "give each fact a path of its own"));
            }
        }
    }

    private void parameters(Yaml value, Map<String, Object> parameters) {
        if (!(value instanceof Yaml.Fields fields)) {
            problems.add(value.problem("'params' must be a mapping", ""));
            return;
        }
        fields.entries().forEach((name, entry) -> {
            Parameter parameter = rule.parameters().get(name);
            if (parameter == null) {
                problems.add(entry.key()
                        .problem(
                                "the rule has no parameter '" + name + "'",
                                Nearest.advice(name, rule.parameters().keySet())));
            } else {
                parameter.type().read(name, entry.value(), problems).ifPresent(v -> parameters.put(name, v));
            }
        });
    }

    /** Which facts fail, and no other. */
    private Optional<Set<String>> finds(Yaml value, Outcome expected) {
        if (expected != Outcome.FAIL || !(value instanceof Yaml.Items items)) {
            problems.add(value.problem("'finds' must be a list of paths, in an example that fails", ""));
            return Optional.empty();
        }
        Set<String> paths = new TreeSet<>();
        for (Yaml item : items.items()) {
            try {
                paths.add(FactPath.parse(item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                        .toString());
            } catch (IllegalArgumentException e) {
                problems.add(item.problem(String.valueOf(e.getMessage()), "write for instance index:public.t.i2"));
            }
        }
        return Optional.of(paths);
    }

    private Instant now(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            try {
                return scalar.text().length() == 10
                        ? LocalDate.parse(scalar.text())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : Instant.parse(scalar.text());
            } catch (DateTimeParseException e) {
                // Falls through to the problem, which says what is expected.
            }
        }
        problems.add(value.problem("'now' must be a date (2026-01-31) or a time (2026-01-31T12:00:00Z)", ""));
        return NOW;
    }
}
