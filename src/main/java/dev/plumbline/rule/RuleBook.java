package dev.plumbline.rule;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

    private RuleBook(Cel cel, RuleSettings settings, Map<String, CompiledRule> rules) {
        this.cel = cel;
        this.settings = settings;
        this.rules = rules;
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
        Cel cel = new Cel(withChanges(kinds));
        RuleLoader loader = new RuleLoader(cel, settings);
        Map<String, CompiledRule> rules = new TreeMap<>();
        Map<String, String> files = new TreeMap<>();
        for (Path folder : packFolders) {
            for (PackFiles.Source file : PackFiles.read(folder, problems)) {
                if (file.pack().isEmpty()) {
                    if (!file.stem().equals(CONTROLS)) {
                        problems.add(new Problem(
                                file.file(), "a rule stands in the folder of its pack", "move it into a folder"));
                    }
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
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new RuleBook(cel, settings, rules);
    }

    private static Kinds withChanges(Kinds kinds) {
        if (kinds.find(FactModel.CHANGE).isPresent()) {
            return kinds;
        }
        List<Kind> all = new ArrayList<>(kinds.all());
        all.add(ChangeFacts.kind());
        return new Kinds(all);
    }

    /** By id. */
    public List<Rule> rules() {
        return rules.values().stream().map(CompiledRule::rule).toList();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id)).map(CompiledRule::rule);
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
        return judge(project, now, rules.values());
    }

    private static List<Judgement> judge(Project project, Instant now, Collection<CompiledRule> rules) {
        World world = new World(project, now);
        List<World.View> order = new ArrayList<>(world.targets());
        order.add(world.project());
        List<Task> tasks = new ArrayList<>();
        for (World.View view : order) {
            for (CompiledRule rule : rules) {
                if (rule.rule().active() && Judge.views(rule, world).contains(view)) {
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
