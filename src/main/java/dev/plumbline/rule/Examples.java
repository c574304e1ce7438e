package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.RuleBook.ExampleFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the examples of rules. */
final class Examples {

    private final Cel cel;
    private final RuleSettings settings;

    Examples(Cel cel, RuleSettings settings) {
        this.cel = cel;
        this.settings = settings;
    }

    List<ExampleFailure> failures(CompiledRule rule) {
        List<ExampleFailure> failures = new ArrayList<>();
        for (Example example : rule.examples()) {
            List<Judgement> judgements = judge(rule, example);
            Verdict.Outcome actual = outcome(judgements);
            if (actual != example.expected()) {
                failures.add(new ExampleFailure(
                        rule.rule().id(),
                        example.place().toString(),
                        example.expected(),
                        actual,
                        judgements.stream()
                                .flatMap(j -> j.findings().stream())
                                .map(v -> v.path() + ": " + v.message().en())
                                .toList()));
            }
        }
        return failures;
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
