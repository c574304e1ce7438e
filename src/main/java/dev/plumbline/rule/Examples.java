package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.RuleBook.ExampleFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the examples of rules. */
final class Examples {

    private final Cel cel;
    private final RuleSettings settings;

    Examples(Cel cel, RuleSettings settings) {
        this.cel = cel;
        this.settings = settings;
    }

    List<ExampleFailure> failures(CompiledRule rule) {
        return failures(rule, Integer.MAX_VALUE);
    }

    /** Whether some example notices that the rule is not what it should be. */
    boolean notices(CompiledRule rule) {
        return !failures(rule, 1).isEmpty();
    }

    private List<ExampleFailure> failures(CompiledRule rule, int most) {
        List<ExampleFailure> failures = new ArrayList<>();
        for (Example example : rule.examples()) {
            List<Judgement> judgements = judge(rule, example);
            Verdict.Outcome actual = outcome(judgements);
            if (actual != example.expected()) {
                failures.add(failure(rule, example, actual, said(judgements)));
            } else if (example.finds().isPresent() && !example.finds().get().equals(found(judgements))) {
                List<String> said = List.of(
                        "it should find " + String.join(", ", example.finds().get()),
                        "it finds " + String.join(", ", found(judgements)));
                failures.add(failure(rule, example, actual, said));
            }
            if (failures.size() >= most) {
                break;
            }
        }
        return failures;
    }

    private static ExampleFailure failure(
            CompiledRule rule, Example example, Verdict.Outcome actual, List<String> said) {
        return new ExampleFailure(rule.rule().id(), example.place().toString(), example.expected(), actual, said);
    }

    private static List<String> said(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(j -> j.findings().stream())
                .map(v -> v.path() + ": " + v.message().en())
                .toList();
    }

    private static Set<String> found(List<Judgement> judgements) {
        Set<String> found = new TreeSet<>();
        judgements.stream()
                .flatMap(j -> j.findings().stream())
                .filter(v -> v.outcome() == Verdict.Outcome.FAIL)
                .forEach(v -> found.add(v.path().toString()));
        return found;
    }

    /** Examples state the rule, not its configuration, so they are judged with the defaults of its parameters. */
    private List<Judgement> judge(CompiledRule rule, Example example) {
        CompiledRule fitting = withParameters(rule, example.parameters());
        World world = new World(example.project(), example.now());
        return Judge.views(fitting, world).stream()
                .map(view -> Judge.judge(fitting, view))
                .toList();
    }

    private CompiledRule withParameters(CompiledRule rule, Map<String, Object> values) {
        Map<String, Parameter> parameters =
                new TreeMap<>(RuleLoader.parameters(new Fields(rule.source()), new ArrayList<>()));
        values.forEach((name, value) -> parameters.computeIfPresent(name, (n, parameter) -> parameter.with(value)));
        if (parameters.equals(rule.parameters())) {
            return rule;
        }
        List<Problem> problems = new ArrayList<>();
        return new RuleLoader(cel, settings)
                .compile(rule.rule().pack(), rule.source(), parameters, problems)
                .orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    /** The outcome over all targets of an example: the first that any has. */
    static Verdict.Outcome outcome(List<Judgement> judgements) {
        for (Verdict.Outcome outcome : List.of(
                Verdict.Outcome.ERROR,
                Verdict.Outcome.CONFLICT,
                Verdict.Outcome.FAIL,
                Verdict.Outcome.NO_EVIDENCE,
                Verdict.Outcome.PASS)) {
            if (judgements.stream().anyMatch(j -> j.outcome() == outcome)) {
                return outcome;
            }
        }
        return Verdict.Outcome.NOT_APPLICABLE;
    }
}
