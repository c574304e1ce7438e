package dev.plumbline.rule;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of an example, those of the parts too that stand inside their owner. A fact that gives no path has
 * one made of its name.
 */
final class ExampleFacts {

    private final Kinds kinds;
    private final List<String> otherKeys;
    private final List<Problem> problems;
    private final ExampleValue value;

    /** @param otherKeys what may stand besides kinds, for advice */
    ExampleFacts(Kinds kinds, List<String> otherKeys, List<Problem> problems) {
        this.kinds = kinds;
        this.otherKeys = otherKeys;
        this.problems = problems;
        this.value = new ExampleValue(problems);
    }

    void all(Yaml value, List<Fact> facts) {
        if (!(value instanceof Yaml.Items items)) {
            problems.add(value.problem("facts must be a list of mappings of kinds to facts", ""));
            return;
        }
        for (Yaml item : items.items()) {
            if (item instanceof Yaml.Fields fields) {
                fields.entries().values().forEach(e -> one(e, facts));
            } else {
                problems.add(item.problem("a fact must be a mapping of its kind to its attributes", ""));
            }
        }
    }

    @Nullable
    Kind kind(Yaml.Scalar name) {
        Optional<Kind> kind = kinds.find(name.text());
        if (kind.isEmpty()) {
            List<String> known = new ArrayList<>(otherKeys);
            kinds.all().forEach(k -> known.add(k.name()));
            problems.add(name.problem("there is no kind '" + name.text() + "'", Nearest.advice(name.text(), known)));
        }
        return kind.orElse(null);
    }

    void one(Yaml.Entry entry, List<Fact> facts) {
        Kind kind = kind(entry.key());
        if (kind == null) {
            return;
        }
        if (!(entry.value() instanceof Yaml.Fields fields)) {
            problems.add(entry.value()
                    .problem(
                            Nearest.a(kind.name()) + " must be a mapping of attributes, not "
                                    + entry.value().what(),
                            ""));
            return;
        }
        FactPath path = kind.name().equals(FactModel.CHANGE) ? changePath(fields) : path(kind, fields);
        if (path != null) {
            fact(kind, path, fields, facts);
        }
    }

    /** A change has no path of its own: it is made of what changed, and how. */
    private @Nullable FactPath changePath(Yaml.Fields fields) {
        try {
            FactPath.parse(fields.text("object"));
        } catch (IllegalArgumentException e) {
            Yaml.Entry object = fields.entries().get("object");
            problems.add((object == null ? fields : object.value())
                    .problem(
                            "a change needs 'object', the path of what changed",
                            "for instance {object: \"table:public.t\", type: missing, kind: table}"));
            return null;
        }
        return ChangeFacts.path(fields.text("object"), fields.text("type"), fields.text("attribute"));
    }

    /** The path that is given, or one made of the name and, for the rest, the names of what they are. */
    private @Nullable FactPath path(Kind kind, Yaml.Fields fields) {
        Yaml.Entry entry = fields.entries().get("path");
        if (entry == null) {
            List<String> names = new ArrayList<>(kind.pathNames());
            if (names.isEmpty()) {
                names.add(kind.name());
            }
            String name = fields.text("name");
            if (!name.isEmpty() && kind.attribute("name").isEmpty()) {
                names.set(names.size() - 1, name);
            }
            return new FactPath(kind.name(), names);
        }
        String text = fields.text("path");
        try {
            FactPath path = FactPath.parse(text.startsWith(kind.name() + ":") ? text : kind.name() + ":" + text);
            if (!kind.anyParent() && path.names().size() != kind.pathNames().size()) {
                problems.add(entry.value()
                        .problem(
                                "the path of " + Nearest.a(kind.name()) + " has "
                                        + kind.pathNames().size() + " names ("
                                        + String.join(", ", kind.pathNames()) + "), this one has "
                                        + path.names().size(),
                                ""));
                return null;
            }
            return path;
        } catch (IllegalArgumentException e) {
            problems.add(entry.value().problem(String.valueOf(e.getMessage()), ""));
            return null;
        }
    }

    private void fact(Kind kind, FactPath path, Yaml.Fields fields, List<Fact> facts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Yaml.Entry entry : fields.entries().values()) {
            String key = entry.key().text();
            Optional<Kind.Attribute> attribute = kind.attribute(key);
            if (attribute.isPresent()) {
                values.put(key, value.read(kind, attribute.get(), entry.value()));
                continue;
            }
            if (key.equals("path") || key.equals("name")) {
                continue;
            }
            Optional<Kind> part = part(kind, key);
            if (part.isPresent()) {
                parts(part.get(), path, entry.value(), facts);
            } else {
                problems.add(entry.key()
                        .problem(
                                Nearest.a(kind.name()) + " has no attribute '" + key + "'",
                                Nearest.advice(key, known(kind))));
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
            problems.add(value.problem("'" + kind.plural() + "' must be a list", ""));
            return;
        }
        long rank = 0;
        for (Yaml item : items.items()) {
            rank++;
            if (!(item instanceof Yaml.Fields fields)) {
                problems.add(item.problem(
                        Nearest.a(kind.name()) + " must be a mapping of attributes, not " + item.what(), ""));
                continue;
            }
            String name = fields.text("name");
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
}
