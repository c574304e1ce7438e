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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

    ExampleReader(Kinds kinds, CompiledRule rule, List<Problem> problems) {
        this.kinds = kinds;
        this.rule = rule;
        this.problems = problems;
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

    private void problem(Yaml at, String what, String mend) {
        problems.add(new Problem(at.place().toString(), what, mend));
    }

    private Optional<Example> example(Outcome expected, Yaml item) {
        if (!(item instanceof Yaml.Fields fields)) {
            problem(item, "an example must be a mapping of kinds to facts, not " + item.what(), "");
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
                case "facts" -> facts(entry.value(), facts);
                case "files" -> facts(entry.value(), files);
                case "targets" -> targets(entry.value(), targets, unread);
                case "params" -> parameters(entry.value(), parameters);
                case "now" -> now = now(entry.value());
                case "engine", "version", "unread" -> {}
                case "finds" -> finds = finds(entry.value(), expected);
                default -> topFact(entry, facts);
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
                targets.add(target("example", engine(fields), text(fields, "version"), facts, unread));
            } else if (!facts.isEmpty()) {
                problem(item, "with 'targets' every fact stands in one of them, or under 'files'", "");
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
            problem(item, String.valueOf(e.getMessage()), "give each fact a path of its own");
            return Optional.empty();
        }
    }

    private String engine(Yaml.Fields fields) {
        String own = text(fields, "engine");
        return !own.isEmpty()
                ? own
                : rule.rule().engines().stream()
                        .filter(e -> !e.equals(FactModel.PROJECT))
                        .findFirst()
                        .orElse("postgresql");
    }

    private static String text(Yaml.Fields fields, String key) {
        Yaml.Entry entry = fields.entries().get(key);
        return entry != null && entry.value() instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    private Set<String> unread(Yaml.Fields fields) {
        Set<String> unread = new HashSet<>();
        Yaml.Entry entry = fields.entries().get("unread");
        if (entry != null && entry.value() instanceof Yaml.Items items) {
            for (Yaml item : items.items()) {
                if (item instanceof Yaml.Scalar kind && kind(kind) != null) {
                    unread.add(kind.text());
                }
            }
        } else if (entry != null) {
            problem(entry.value(), "'unread' must be a list of kinds", "");
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
            problem(value, "'targets' must be a list", "");
            return;
        }
        for (Yaml item : items.items()) {
            if (!(item instanceof Yaml.Fields fields)) {
                problem(item, "a target must be a mapping with name, engine and facts", "");
                continue;
            }
            List<Fact> facts = new ArrayList<>();
            for (Yaml.Entry entry : fields.entries().values()) {
                switch (entry.key().text()) {
                    case "name", "engine", "version" -> {}
                    case "facts" -> facts(entry.value(), facts);
                    default -> topFact(entry, facts);
                }
            }
            String name = text(fields, "name");
            try {
                targets.add(target(
                        name.isEmpty() ? "target" + (targets.size() + 1) : name,
                        engine(fields),
                        text(fields, "version"),
                        facts,
                        unread));
            } catch (IllegalArgumentException e) {
                problem(item, String.valueOf(e.getMessage()), "give each fact a path of its own");
            }
        }
    }

    private void parameters(Yaml value, Map<String, Object> parameters) {
        if (!(value instanceof Yaml.Fields fields)) {
            problem(value, "'params' must be a mapping", "");
            return;
        }
        fields.entries().forEach((name, entry) -> {
            Parameter parameter = rule.parameters().get(name);
            if (parameter == null) {
                problem(
                        entry.key(),
                        "the rule has no parameter '" + name + "'",
                        Nearest.advice(name, rule.parameters().keySet()));
            } else {
                parameter.type().read(name, entry.value(), problems).ifPresent(v -> parameters.put(name, v));
            }
        });
    }

    /** Which facts fail, and no other. */
    private Optional<Set<String>> finds(Yaml value, Outcome expected) {
        if (expected != Outcome.FAIL || !(value instanceof Yaml.Items items)) {
            problem(value, "'finds' must be a list of paths, in an example that fails", "");
            return Optional.empty();
        }
        Set<String> paths = new TreeSet<>();
        for (Yaml item : items.items()) {
            try {
                paths.add(FactPath.parse(item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                        .toString());
            } catch (IllegalArgumentException e) {
                problem(item, String.valueOf(e.getMessage()), "write for instance index:public.t.i2");
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
        problem(value, "'now' must be a date (2026-01-31) or a time (2026-01-31T12:00:00Z)", "");
        return NOW;
    }

    private void facts(Yaml value, List<Fact> facts) {
        if (!(value instanceof Yaml.Items items)) {
            problem(value, "facts must be a list of mappings of kinds to facts", "");
            return;
        }
        for (Yaml item : items.items()) {
            if (item instanceof Yaml.Fields fields) {
                fields.entries().values().forEach(e -> topFact(e, facts));
            } else {
                problem(item, "a fact must be a mapping of its kind to its attributes", "");
            }
        }
    }

    private @Nullable Kind kind(Yaml.Scalar name) {
        Optional<Kind> kind = kinds.find(name.text());
        if (kind.isEmpty()) {
            List<String> known = new ArrayList<>(KEYS);
            kinds.all().forEach(k -> known.add(k.name()));
            problem(name, "there is no kind '" + name.text() + "'", Nearest.advice(name.text(), known));
        }
        return kind.orElse(null);
    }

    private void topFact(Yaml.Entry entry, List<Fact> facts) {
        Kind kind = kind(entry.key());
        if (kind == null) {
            return;
        }
        if (!(entry.value() instanceof Yaml.Fields fields)) {
            problem(
                    entry.value(),
                    Nearest.a(kind.name()) + " must be a mapping of attributes, not "
                            + entry.value().what(),
                    "");
            return;
        }
        FactPath path = kind.name().equals(FactModel.CHANGE) ? changePath(fields) : path(kind, fields);
        if (path != null) {
            fact(kind, path, fields, facts);
        }
    }

    private static FactPath changePath(Yaml.Fields fields) {
        return ChangeFacts.path(text(fields, "object"), text(fields, "type"), text(fields, "attribute"));
    }

    /** The path that is given, or one made of the name and, for the rest, the names of what they are. */
    private @Nullable FactPath path(Kind kind, Yaml.Fields fields) {
        Yaml.Entry entry = fields.entries().get("path");
        if (entry == null) {
            List<String> names = new ArrayList<>(kind.pathNames());
            if (names.isEmpty()) {
                names.add(kind.name());
            }
            String name = text(fields, "name");
            if (!name.isEmpty() && kind.attribute("name").isEmpty()) {
                names.set(names.size() - 1, name);
            }
            return new FactPath(kind.name(), names);
        }
        String text = text(fields, "path");
        try {
            FactPath path = FactPath.parse(text.startsWith(kind.name() + ":") ? text : kind.name() + ":" + text);
            if (!kind.anyParent() && path.names().size() != kind.pathNames().size()) {
                problem(
                        entry.value(),
                        "the path of " + Nearest.a(kind.name()) + " has "
                                + kind.pathNames().size() + " names ("
                                + String.join(", ", kind.pathNames()) + "), this one has "
                                + path.names().size(),
                        "");
                return null;
            }
            return path;
        } catch (IllegalArgumentException e) {
            problem(entry.value(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    private void fact(Kind kind, FactPath path, Yaml.Fields fields, List<Fact> facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries().values()) {
            String key = entry.key().text();
            Optional<Kind.Attribute> attribute = kind.attribute(key);
            if (attribute.isPresent()) {
                Object value = value(kind, attribute.get(), entry.value());
                values.put(key, value == NONE ? null : value);
                continue;
            }
            if (key.equals("path") || key.equals("name")) {
                continue;
            }
            Optional<Kind> part = part(kind, key);
            if (part.isPresent()) {
                parts(part.get(), path, entry.value(), facts);
            } else {
                problem(
                        entry.key(),
                        Nearest.a(kind.name()) + " has no attribute '" + key + "'",
                        Nearest.advice(key, known(kind)));
            }
        }
        facts.add(Fact.of(kind, path, values));
    }

    private List<String> known(Kind kind) {
        List<String> known = new ArrayList<>(List.of("path", "name"));
        kind.attributes().forEach(a -> known.add(a.name()));
        kinds.all().stream()
                .filter(p -> p.anyParent() || p.parents().contains(kind.name()))
                .forEach(p -> known.add(p.plural()));
        return known;
    }

    private Optional<Kind> part(Kind owner, String plural) {
        return kinds.all().stream()
                .filter(k -> k.plural().equals(plural)
                        && (k.anyParent() || k.parents().contains(owner.name())))
                .findFirst();
    }

    private void parts(Kind kind, FactPath owner, Yaml value, List<Fact> facts) {
        if (!(value instanceof Yaml.Items items)) {
            problem(value, "'" + kind.plural() + "' must be a list", "");
            return;
        }
        long rank = 0;
        for (Yaml item : items.items()) {
            rank++;
            if (!(item instanceof Yaml.Fields fields)) {
                problem(item, Nearest.a(kind.name()) + " must be a mapping of attributes, not " + item.what(), "");
                continue;
            }
            String name = text(fields, "name");
            if (name.isEmpty()) {
                name = kind.name() + rank;
            }
            List<String> names = new ArrayList<>();
            if (kind.anyParent()) {
                names.add(owner.kind());
            }
            names.addAll(owner.names());
            names.add(name);
            int size = facts.size();
            fact(kind, new FactPath(kind.name(), names), fields, facts);
            ranked(kind, rank, size, facts);
        }
    }

    /** Parts are in the order of the file unless they say otherwise. */
    private static void ranked(Kind kind, long rank, int from, List<Fact> facts) {
        kind.order().ifPresent(order -> {
            for (int i = from; i < facts.size(); i++) {
                Fact fact = facts.get(i);
                if (fact.kind() == kind && fact.get(order.name()) == null) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>(withNulls(fact));
                    values.put(order.name(), rank);
                    facts.set(i, Fact.of(kind, fact.path(), values));
                }
            }
        });
    }

    private static Map<String, @Nullable Object> withNulls(Fact fact) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fact.kind().attributes().forEach(a -> values.put(a.name(), fact.get(a.name())));
        return values;
    }

    private static final Object NONE = new Object();

    private Object value(Kind kind, Kind.Attribute attribute, Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar && scalar.isNull()) {
            return NONE;
        }
        String expected = switch (attribute.type()) {
            case TEXT -> "text";
            case BOOL -> "true or false";
            case INT -> "a whole number";
            case LIST -> "a list";
            case MAP -> "a mapping";
        };
        @Nullable Object value = valueOrNull(attribute.type(), yaml);
        if (value == null) {
            problem(yaml, kind + "." + attribute.name() + " must be " + expected + ", not " + yaml.what(), "");
            return NONE;
        }
        return value;
    }

    private static @Nullable Object valueOrNull(Kind.Type type, Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return switch (type) {
                case TEXT -> scalar.text();
                case BOOL -> scalar.isBool() ? (Object) Boolean.valueOf(scalar.text()) : null;
                case INT -> scalar.isInt() ? (Object) Long.valueOf(scalar.text()) : null;
                case LIST, MAP -> null;
            };
        }
        if (type == Kind.Type.LIST && yaml instanceof Yaml.Items items) {
            List<String> texts = new ArrayList<>();
            for (Yaml item : items.items()) {
                if (!(item instanceof Yaml.Scalar scalar)) {
                    return null;
                }
                texts.add(scalar.text());
            }
            return Collections.unmodifiableList(texts);
        }
        if (type == Kind.Type.MAP && yaml instanceof Yaml.Fields fields) {
            Map<String, String> map = new TreeMap<>();
            for (Yaml.Entry entry : fields.entries().values()) {
                if (!(entry.value() instanceof Yaml.Scalar scalar)) {
                    return null;
                }
                map.put(entry.key().text(), scalar.text());
            }
            return Objects.requireNonNull(map);
        }
        return null;
    }
}
