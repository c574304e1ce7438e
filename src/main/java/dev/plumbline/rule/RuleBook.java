package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    private RuleBook(Cel cel, RuleSettings settings, Map<String, CompiledRule> rules, List<Control> controls) {
        this.cel = cel;
        this.settings = settings;
        this.rules = rules;
        this.controls = controls;
    }

    /**
     * Reads every {@code <pack>/<id>.yaml} below the folders.
     *
     * @param packFolders folders, jars or zips that hold packs
     * @param kinds what rules may ask about
     * @throws ProblemsException with every fault of every file
     */
    public static RuleBook load(List<Path> packFolders, RuleSettings settings, Kinds kinds) {
        List<Problem> problems = new ArrayList<>();
        Cel cel = new Cel(withOwn(kinds));
        RuleLoader loader = new RuleLoader(cel, settings);
        ControlLoader controlLoader = new ControlLoader(problems);
        Map<String, CompiledRule> rules = new TreeMap<>();
        Map<String, String> files = new TreeMap<>();
        for (Path folder : packFolders) {
            for (PackFiles.Source file : PackFiles.read(folder, problems)) {
                if (file.stem().equals(CONTROLS)) {
                    controlLoader.read(file);
                    continue;
                }
                if (file.pack().isEmpty()) {
                    problems.add(new Problem(
                            file.file() + ":1:1", "a rule stands in the folder of its pack", "move it into a folder"));
                    continue;
                }
                String earlier = files.putIfAbsent(file.stem(), file.file());
                if (earlier != null) {
                    problems.add(new Problem(
                            file.file() + ":1:1", "the id '" + file.stem() + "' is already taken by " + earlier, ""));
                    continue;
                }
                loader.load(file, problems)
                        .ifPresent(rule -> rules.put(rule.rule().id(), rule));
            }
        }
        settings.rules().forEach((id, setting) -> {
            if (!files.containsKey(id)) {
                problems.add(new Problem(
                        setting.where(), "there is no rule '" + id + "'", Nearest.advice(id, files.keySet())));
            }
        });
        List<Control> controls = controlLoader.link(rules.values(), files.keySet());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new RuleBook(cel, settings, rules, controls);
    }

    /** The kinds of facts that are made here, not read. */
    private static Kinds withOwn(Kinds kinds) {
        List<Kind> all = new ArrayList<>(kinds.all());
        for (Kind own : List.of(ChangeFacts.kind(), Waivers.kind())) {
            if (kinds.find(own.name()).isEmpty()) {
                all.add(own);
            }
        }
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

    /**
     * The same; failures that a valid waiver covers are waived. Rules for waivers judge them as they stood in this
     * run, and what these find cannot be waived.
     */
    public List<Judgement> judge(Project project, Instant now, Waivers waivers) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, Set<String>> rulesOf = rulesOf();
        Waivers.Applied applied = waivers.apply(judge(project, now, active(false)), rulesOf, today);
        Set<String> ids = new TreeSet<>();
        controls.forEach(c -> ids.add(c.id()));
        Project withWaivers = withFacts(project, waivers.facts(applied.matched(), rulesOf, ids, today));
        List<Judgement> all = new ArrayList<>(applied.judgements());
        all.addAll(judge(withWaivers, now, active(true)));
        List<String> order = new ArrayList<>();
        project.targets().forEach(t -> order.add(t.name()));
        order.add(FactModel.PROJECT);
        all.sort(Comparator.comparingInt((Judgement j) -> order.indexOf(j.target()))
                .thenComparing(j -> j.rule().id()));
        return List.copyOf(all);
    }

    private List<CompiledRule> active(boolean onWaivers) {
        return rules.values().stream()
                .filter(r -> r.rule().active() && r.rule().kind().equals(Waivers.KIND) == onWaivers)
                .toList();
    }

    /** What a waiver may name: rules, each with itself, and controls with their rules. */
    private Map<String, Set<String>> rulesOf() {
        Map<String, Set<String>> rulesOf = new HashMap<>();
        controls.forEach(c -> rulesOf.put(c.id(), Set.copyOf(c.rules())));
        rules.keySet().forEach(id -> rulesOf.put(id, Set.of(id)));
        return rulesOf;
    }

    private static Project withFacts(Project project, List<Fact> facts) {
        List<Fact> all = new ArrayList<>(project.files().facts());
        all.addAll(facts);
        Map<String, Coverage.Entry> coverage =
                new TreeMap<>(project.files().coverage().kinds());
        coverage.put(Waivers.KIND, Coverage.Entry.READ);
        Snapshot files = new Snapshot(FactModel.PROJECT, project.files().kinds(), all, Coverage.of(coverage));
        return new Project(project.name(), project.targets(), files, project.fileSources());
    }

    /** Whether each control is met. */
    public List<Control.Assessment> assess(List<Judgement> judgements) {
        return new Assessor(controls, judgements).assess();
    }

    private static List<Judgement> judge(Project project, Instant now, Collection<CompiledRule> rules) {
        World world = new World(project, now);
        List<World.View> order = new ArrayList<>(world.targets());
        order.add(world.project());
        List<Task> tasks = new ArrayList<>();
        for (World.View view : order) {
            for (CompiledRule rule : rules) {
                if (Judge.views(rule, world).contains(view)) {
                    tasks.add(new Task(rule, view));
                }
            }
        }
        return tasks.parallelStream()
                .map(task -> Judge.judge(task.rule(), task.view()))
                .toList();
    }

    private record Task(CompiledRule rule, World.View view) {}

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
            return where + ": " + rule + " should be " + expected.word() + " but is " + actual.word()
                    + (said.isEmpty() ? "" : ": " + String.join("; ", said));
        }
    }
}
