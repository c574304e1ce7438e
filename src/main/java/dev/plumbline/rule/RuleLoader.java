package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.CompiledRule.Conditions;
import dev.plumbline.rule.CompiledRule.Pair;
import dev.plumbline.rule.CompiledRule.Texts;
import dev.plumbline.rule.Verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns one rule file into a rule that is ready to judge, or says all that is wrong with it. */
final class RuleLoader {

    /** Any other name may be that of a database that is read through JDBC, but not these. */
    private static final Map<String, String> SHORT = Map.of(
            "pg", "postgresql",
            "psql", "postgresql",
            "pgsql", "postgresql",
            "postgre", "postgresql",
            "maria", "mariadb",
            "cql", "cassandra",
            "django", "project",
            "files", "project");

    private final Cel cel;
    private final RuleSettings settings;

    RuleLoader(Cel cel, RuleSettings settings) {
        this.cel = cel;
        this.settings = settings;
    }

    /** One file's rule, if there is nothing wrong with it. */
    record Loaded(Optional<CompiledRule> rule, List<Problem> problems) {}

    /** May be called by several threads. */
    Loaded load(PackFiles.Source file) {
        List<Problem> problems = new ArrayList<>();
        return new Loaded(load(file, problems), problems);
    }

    private Optional<CompiledRule> load(PackFiles.Source file, List<Problem> problems) {
        int before = problems.size();
        Optional<Yaml> document = YamlTree.parse(file.file(), file.bytes(), problems);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        RuleShape.RULE.check(document.get(), file.stem(), problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        Yaml.Fields source = (Yaml.Fields) document.get();
        Fields fields = new Fields(source);
        if (!fields.text("id").equals(file.stem())) {
            problems.add(new Problem(
                    fields.place("id").toString(),
                    "the id '" + fields.text("id") + "' is not the file's name",
                    "rename the file to " + fields.text("id") + ".yaml or the id to " + file.stem()));
        }
        checkEngines(fields, problems);
        if (!checkKind(fields, problems)) {
            return Optional.empty();
        }
        int declared = problems.size();
        Map<String, Parameter> parameters = parameters(fields, problems);
        if (problems.size() > declared) {
            return Optional.empty();
        }
        Optional<CompiledRule> rule =
                compile(file.pack(), source, override(file.pack(), fields.text("id"), parameters, problems), problems);
        return problems.size() == before ? rule : Optional.empty();
    }

    private static void checkEngines(Fields fields, List<Problem> problems) {
        for (Yaml item : fields.items("engines")) {
            String engine = ((Yaml.Scalar) item).text();
            String advice = SHORT.containsKey(engine)
                    ? "did you mean '" + SHORT.get(engine) + "'?"
                    : Nearest.advice(engine, RuleShape.ENGINES);
            if (!RuleShape.ENGINES.contains(engine) && advice.startsWith("did")) {
                problems.add(new Problem(item.place().toString(), "there is no engine '" + engine + "'", advice));
            }
        }
    }

    private boolean checkKind(Fields fields, List<Problem> problems) {
        String kind = fields.text("for");
        if (isWhole(kind) || cel.model().kinds().find(kind).isPresent()) {
            return true;
        }
        List<String> known = new ArrayList<>(List.of(FactModel.TARGET, FactModel.PROJECT));
        cel.model().kinds().all().forEach(k -> known.add(k.name()));
        problems.add(new Problem(
                fields.place("for").toString(), "there is no kind '" + kind + "'", Nearest.advice(kind, known)));
        return false;
    }

    static boolean isWhole(String kind) {
        return kind.equals(FactModel.TARGET) || kind.equals(FactModel.PROJECT);
    }

    static Map<String, Parameter> parameters(Fields fields, List<Problem> problems) {
        Map<String, Parameter> parameters = new TreeMap<>();
        fields.get("parameters")
                .ifPresent(all -> ((Yaml.Fields) all).entries().forEach((name, entry) -> {
                    Fields declared = Fields.of(entry.value());
                    Parameter.Type type = Parameter.Type.of(declared.text("type"));
                    declared.get("default")
                            .flatMap(value -> type.read(name, value, problems))
                            .ifPresent(value ->
                                    parameters.put(name, new Parameter(name, type, value, declared.text("about"))));
                }));
        return parameters;
    }

    private Map<String, Parameter> override(
            String pack, String id, Map<String, Parameter> declared, List<Problem> problems) {
        Map<String, Parameter> all = new TreeMap<>(declared);
        // A parameter of a pack is for those of its rules that have it.
        RuleSettings.Setting ofPack = settings.ofPack(pack);
        new TreeMap<>(ofPack.parameters()).forEach((name, value) -> {
            if (declared.containsKey(name)) {
                set(id, name, value, ofPack, all, problems);
            }
        });
        RuleSettings.Setting ofRule = settings.ofRule(id);
        new TreeMap<>(ofRule.parameters()).forEach((name, value) -> {
            if (declared.containsKey(name)) {
                set(id, name, value, ofRule, all, problems);
            } else {
                problems.add(new Problem(
                        ofRule.where(name),
                        "rule " + id + " has no parameter '" + name + "'",
                        declared.isEmpty() ? "it has none" : Nearest.advice(name, declared.keySet())));
            }
        });
        return all;
    }

    private static void set(
            String id,
            String name,
            Object value,
            RuleSettings.Setting setting,
            Map<String, Parameter> all,
            List<Problem> problems) {
        all.computeIfPresent(name, (n, parameter) -> {
            if (parameter.type().fits(value)) {
                return parameter.with(value);
            }
            problems.add(new Problem(
                    setting.where(name),
                    "parameter '" + name + "' of rule " + id + " must be "
                            + parameter.type().expected() + ", not " + value,
                    ""));
            return parameter;
        });
    }

    /** Compiles a rule whose file has been checked, with these values of its parameters. */
    Optional<CompiledRule> compile(
            String pack, Yaml.Fields source, Map<String, Parameter> parameters, List<Problem> problems) {
        Fields fields = new Fields(source);
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        Cel.Scope scope = new Cel.Scope(fields.text("for"), values);
        int before = problems.size();
        Optional<Expression> when = condition(fields, "when", scope, problems);
        Optional<Expression> assertion = condition(fields, "assert", scope, problems);
        Optional<Expression> undecided = condition(fields, "undecided", scope, problems);
        Optional<Expression> conflict = condition(fields, "conflict", scope, problems);
        Optional<Expression> discriminator = fields.scalar("discriminator")
                .flatMap(text -> cel.compile(text.text().strip(), scope, places(text), problems));
        Optional<Threshold> threshold = Threshold.read(fields, parameters, problems);
        Optional<Pair> message = pair(fields, "message", scope, problems);
        Optional<Pair> fix = pair(fields, "fix", scope, problems);
        Optional<Pair> reason = pair(fields, "reason", scope, problems);
        if (problems.size() > before || assertion.isEmpty() || message.isEmpty() || fix.isEmpty()) {
            return Optional.empty();
        }
        Conditions conditions = new Conditions(when, assertion.get(), undecided, conflict, discriminator);
        Texts texts = new Texts(message.get(), fix.get(), reason);
        checkUsed(fields, parameters, conditions, texts, problems);
        CompiledRule rule = new CompiledRule(
                rule(pack, fields, source.place().file(), values, texts),
                conditions,
                texts,
                Outcome.valueOf(fields.get("empty").isPresent() ? fields.constant("empty") : "NOT_APPLICABLE"),
                threshold,
                parameters,
                List.of(),
                source);
        List<Example> examples = new ExampleReader(cel.model().kinds(), rule, problems).read(fields);
        return Optional.of(new CompiledRule(
                rule.rule(), conditions, texts, rule.empty(), threshold, parameters, examples, source));
    }

    private Rule rule(String pack, Fields fields, String file, Map<String, Object> parameters, Texts texts) {
        String id = fields.text("id");
        RuleSettings.Setting ofRule = settings.ofRule(id);
        RuleSettings.Setting ofPack = settings.ofPack(pack);
        return new Rule(
                id,
                pack,
                file,
                fields.bilingual("title"),
                ofRule.severity()
                        .or(ofPack::severity)
                        .orElseGet(() -> Rule.Severity.valueOf(fields.constant("severity"))),
                fields.texts("engines"),
                fields.text("for"),
                fields.text("when").strip(),
                fields.text("assert").strip(),
                texts.message().source(),
                fields.bilingual("why"),
                texts.fix().source(),
                fields.texts("controls"),
                fields.texts("references"),
                parameters,
                ofRule.active().or(ofPack::active).orElse(!fields.text("active").equals("false")));
    }

    private static Cel.Places places(Yaml.Scalar text) {
        int lead = text.text().length() - text.text().stripLeading().length();
        return offset -> text.at(offset + lead);
    }

    private Optional<Expression> condition(Fields fields, String key, Cel.Scope scope, List<Problem> problems) {
        return fields.scalar(key).flatMap(text -> cel.condition(text.text().strip(), scope, places(text), problems));
    }

    private Optional<Pair> pair(Fields fields, String key, Cel.Scope scope, List<Problem> problems) {
        return fields.get(key).map(Fields::of).flatMap(both -> {
            Optional<Template> en = both.scalar("en").flatMap(t -> template(t, scope, problems));
            Optional<Template> es = both.scalar("es").flatMap(t -> template(t, scope, problems));
            return en.isPresent() && es.isPresent() ? Optional.of(new Pair(en.get(), es.get())) : Optional.empty();
        });
    }

    private Optional<Template> template(Yaml.Scalar text, Cel.Scope scope, List<Problem> problems) {
        return Template.parse(text, cel, scope, problems);
    }

    private static void checkUsed(
            Fields fields,
            Map<String, Parameter> parameters,
            Conditions conditions,
            Texts texts,
            List<Problem> problems) {
        Set<String> used = new LinkedHashSet<>(conditions.assertion().parameters());
        conditions.when().ifPresent(e -> used.addAll(e.parameters()));
        conditions.undecided().ifPresent(e -> used.addAll(e.parameters()));
        conditions.conflict().ifPresent(e -> used.addAll(e.parameters()));
        Threshold.parameter(fields).ifPresent(used::add);
        for (Pair pair : List.of(texts.message(), texts.fix())) {
            used.addAll(pair.en().parameters());
            used.addAll(pair.es().parameters());
        }
        for (String name : parameters.keySet()) {
            if (!used.contains(name)) {
                Yaml.Fields declared = (Yaml.Fields) fields.get("parameters").orElseThrow();
                problems.add(new Problem(
                        java.util.Objects.requireNonNull(declared.entries().get(name))
                                .key()
                                .place()
                                .toString(),
                        "the parameter '" + name + "' is not used",
                        "use params." + name + " or remove it"));
            }
        }
    }
}
