package dev.plumbline.rule;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.RuleLoader.Loaded;
import dev.plumbline.source.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All rules and controls of some packs, checked, compiled and ready to judge. */
public final class RuleBook {

    private static final String CONTROLS = "controls";

    private final Cel cel;
    private final RuleSettings settings;
    private final Map<String, CompiledRule> rules;
    private final List<Control> controls;
    private final List<RulePack> packs;

    private RuleBook(
            Cel cel,
            RuleSettings settings,
            Map<String, CompiledRule> rules,
            List<Control> controls,
            List<RulePack> packs) {
        this.cel = cel;
        this.settings = settings;
        this.rules = rules;
        this.controls = controls;
        this.packs = packs;
    }

    /**
     * Reads every {@code <pack>/<id>.yaml} below the places.
     *
     * @param kinds what rules may ask about
     * @throws ProblemsException with every fault of every file
     */
    public static RuleBook load(List<PackPlace> places, RuleSettings settings, Kinds kinds) {
        List<Problem> problems = new ArrayList<>();
        Cel cel = new Cel(withOwn(kinds));
        RuleLoader loader = new RuleLoader(cel, settings);
        ControlLoader controlLoader = new ControlLoader(problems);
        Map<String, CompiledRule> rules = new TreeMap<>();
        Map<String, String> files = new TreeMap<>();
        List<PackFiles.Source> sources = new ArrayList<>();
        List<PackFiles.Source> ruleFiles = new ArrayList<>();
        for (PackPlace place : places) {
            for (PackFiles.Source file : PackFiles.read(place, problems)) {
                sources.add(file);
                if (file.stem().equals(CONTROLS)) {
                    controlLoader.read(file);
                    continue;
                }
                if (file.pack().isEmpty()) {
                    problems.add(new Problem(
                            file.file() + ":1:1",
                            "a rule stands in the folder of its pack",
                            "name the folder above it under 'packs:', or move the file into a folder"));
                    continue;
                }
                String earlier = files.putIfAbsent(file.stem(), file.file());
                if (earlier != null) {
                    problems.add(new Problem(
                            file.file() + ":1:1", "the id '" + file.stem() + "' is already taken by " + earlier, ""));
                    continue;
                }
                ruleFiles.add(file);
            }
        }
        for (Loaded loaded : ruleFiles.parallelStream().map(loader::load).toList()) {
            problems.addAll(loaded.problems());
            loaded.rule().ifPresent(rule -> rules.put(rule.rule().id(), rule));
        }
        settings.rules().forEach((id, setting) -> {
            if (!files.containsKey(id)) {
                problems.add(new Problem(
                        setting.where(), "there is no rule '" + id + "'", Nearest.advice(id, files.keySet())));
            }
        });
        checkPacks(settings, sources, rules.values(), problems);
        List<Control> controls = controlLoader.link(rules.values(), files.keySet());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new RuleBook(cel, settings, rules, controls, RulePack.of(sources));
    }

    private static void checkPacks(
            RuleSettings settings,
            List<PackFiles.Source> sources,
            Collection<CompiledRule> rules,
            List<Problem> problems) {
        Set<String> packs = new TreeSet<>();
        sources.forEach(file -> packs.add(file.pack()));
        packs.remove("");
        settings.packs().forEach((name, setting) -> {
            if (!packs.contains(name)) {
                problems.add(
                        new Problem(setting.where(), "there is no pack '" + name + "'", Nearest.advice(name, packs)));
                return;
            }
            Set<String> parameters = new TreeSet<>();
            rules.stream()
                    .filter(rule -> rule.rule().pack().equals(name))
                    .forEach(rule -> parameters.addAll(rule.parameters().keySet()));
            setting.parameters().keySet().stream()
                    .filter(parameter -> !parameters.contains(parameter))
                    .sorted()
                    .forEach(parameter -> problems.add(new Problem(
                            setting.where(parameter),
                            "no rule of pack " + name + " has a parameter '" + parameter + "'",
                            Nearest.advice(parameter, parameters))));
        });
    }

    /** The kinds of facts that are made here, not read. */
    private static Kinds withOwn(Kinds kinds) {
        List<Kind> all = new ArrayList<>(kinds.all());
        Catalog.load("meta").kinds().stream()
                .filter(own -> kinds.find(own.name()).isEmpty())
                .forEach(all::add);
        return new Kinds(all);
    }

    /** By id. */
    public List<Rule> rules() {
        return rules.values().stream().map(CompiledRule::rule).toList();
    }

    /** In the order of the files. */
    public List<Control> controls() {
        return controls;
    }

    /** What was read, by name, whether its rules are active or not. */
    public List<RulePack> packs() {
        return packs;
    }

    Collection<CompiledRule> compiled() {
        return rules.values();
    }

    /** How many active rules for an engine need facts of a kind. */
    long rulesOn(String kind, String engine) {
        return rules.values().stream()
                .map(CompiledRule::rule)
                .filter(r -> r.active() && (r.engines().isEmpty() || r.engines().contains(engine)))
                .filter(r -> kinds(r.id()).contains(kind))
                .count();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id)).map(CompiledRule::rule);
    }

    CompiledRule compiled(String id) {
        CompiledRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("there is no rule " + id);
        }
        return rule;
    }

    Cel cel() {
        return cel;
    }

    /** Every kind of fact that some active rule looks at. */
    public Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        for (CompiledRule rule : rules.values()) {
            if (rule.rule().active()) {
                kinds.addAll(kinds(rule.rule().id()));
            }
        }
        return kinds;
    }

    /** The kinds of fact that a rule looks at. */
    public Set<String> kinds(String id) {
        Set<String> kinds = new TreeSet<>();
        CompiledRule rule = rules.get(id);
        if (rule != null) {
            rule.kinds().forEach(k -> kinds.add(k.startsWith(Expression.EVERYWHERE) ? k.substring(1) : k));
            if (!RuleLoader.isWhole(rule.rule().kind())) {
                kinds.add(rule.rule().kind());
            }
        }
        return kinds;
    }

    /**
     * Judges everything by every active rule, on as many threads as there are processors.
     *
     * @param now the moment of the audit, which ages are counted to
     * @return by target, in their order, files last, and by rule
     */
    public List<Judgement> judge(Project project, Instant now) {
        return judge(project, now, Waivers.NONE);
    }

    /** The same; failures that a valid waiver covers are waived. */
    public List<Judgement> judge(Project project, Instant now, Waivers waivers) {
        return judge(project, now, Accepted.of(waivers));
    }

    /**
     * The same; failures that are frozen are existing debt. Rules on the checking itself judge waivers, frozen
     * findings, baselines, coverage and rule packs as they stood in this run, and what these rules find can be neither
     * waived nor frozen.
     */
    public List<Judgement> judge(Project project, Instant now, Accepted accepted) {
        Set<String> ids = new TreeSet<>();
        controls.forEach(c -> ids.add(c.id()));
        return new Trial(this, rulesOf(), ids).judge(project, now, accepted);
    }

    /** What a waiver may name: rules, each with itself, and controls with their rules. */
    private Map<String, Set<String>> rulesOf() {
        Map<String, Set<String>> rulesOf = new HashMap<>();
        controls.forEach(c -> rulesOf.put(c.id(), Set.copyOf(c.rules())));
        rules.keySet().forEach(id -> rulesOf.put(id, Set.of(id)));
        return rulesOf;
    }

    /** Whether each control is met. */
    public List<Control.Assessment> assess(List<Judgement> judgements) {
        return new Assessor(controls, judgements).assess();
    }

    /** Runs the examples of every rule, active or not. */
    public List<ExampleFailure> test() {
        return rules.keySet().stream().flatMap(id -> test(id).stream()).toList();
    }

    /** Runs the examples of one rule. */
    public List<ExampleFailure> test(String id) {
        CompiledRule rule = rules.get(id);
        return rule == null ? List.of() : new Examples(cel, settings).failures(rule);
    }

    /** Changes one operator or constant of a rule at a time and sees whether its examples notice. */
    public Mutation mutate(String id) {
        return new RuleMutator(cel, compiled(id)).mutate();
    }

    /**
     * @param made how many changes gave a rule that can be run
     * @param survivors changes that no example noticed
     */
    public record Mutation(int made, List<Mutant> survivors) {
        public Mutation {
            survivors = List.copyOf(survivors);
        }
    }

    /** @param where {@code file:line:column} of what was changed */
    public record Mutant(String rule, String where, String before, String after) {
        @Override
        public String toString() {
            return where + ": no example of " + rule + " notices "
                    + (after.isEmpty() ? "that '" + before + "' is gone" : "'" + after + "' for '" + before + "'");
        }
    }

    /** How many facts may fail before a rule does, in words; nothing if each that fails is a finding. */
    public Optional<String> threshold(String id) {
        return Optional.ofNullable(rules.get(id))
                .flatMap(CompiledRule::threshold)
                .map(Threshold::toString);
    }

    /** How many examples a rule has. */
    public int examples(String id) {
        CompiledRule rule = rules.get(id);
        return rule == null ? 0 : rule.examples().size();
    }

    /**
     * An example with which a rule does not reach the outcome that it should.
     *
     * @param where {@code file:line:column}
     * @param said what the rule said instead
     */
    public record ExampleFailure(
            String rule, String where, Verdict.Outcome expected, Verdict.Outcome actual, List<String> said) {

        public ExampleFailure {
            said = List.copyOf(said);
        }

        @Override
        public String toString() {
            if (expected == actual) {
                return where + ": " + rule + ": " + String.join("; ", said);
            }
            return where + ": " + rule + " should be " + expected.word() + " but is " + actual.word()
                    + (said.isEmpty() ? "" : ": " + String.join("; ", said));
        }
    }
}
