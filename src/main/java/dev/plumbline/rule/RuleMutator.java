package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.ExpressionChanges.Change;
import dev.plumbline.rule.RuleBook.Mutant;
import dev.plumbline.rule.RuleBook.Mutation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes one operator or constant of a rule at a time and sees whether an example notices. */
final class RuleMutator {

    private static final List<String> CONDITIONS = List.of("when", "assert", "undecided", "conflict");

    private final Cel cel;
    private final CompiledRule rule;

    RuleMutator(Cel cel, CompiledRule rule) {
        this.cel = cel;
        this.rule = rule;
    }

    Mutation mutate() {
        int made = 0;
        List<Mutant> survivors = new ArrayList<>();
        for (String key : CONDITIONS) {
            Optional<Yaml.Scalar> condition = new Fields(rule.source()).scalar(key);
            if (condition.isEmpty()) {
                continue;
            }
            for (Change change : ExpressionChanges.of(condition.get().text())) {
                List<CompiledRule> mutants = Stream.concat(Stream.of(change.by()), change.or().stream())
                        .flatMap(by -> compile(key, condition.get(), change, by).stream())
                        .toList();
                if (mutants.isEmpty()) {
                    continue;
                }
                made++;
                Examples examples = new Examples(cel, RuleSettings.NONE);
                if (mutants.stream().noneMatch(examples::notices)) {
                    survivors.add(new Mutant(
                            rule.rule().id(),
                            condition.get().at(change.from()).toString(),
                            condition.get().text().substring(change.from(), change.to()),
                            change.by()));
                }
            }
        }
        return new Mutation(made, survivors);
    }

    /** Nothing if the changed expression is none: that no example could notice it is no fault of theirs. */
    private Optional<CompiledRule> compile(String key, Yaml.Scalar condition, Change change, String by) {
        String text = condition.text().substring(0, change.from())
                + by
                + condition.text().substring(change.to());
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(rule.source().entries());
        entries.computeIfPresent(
                key,
                (k, entry) -> new Yaml.Entry(
                        entry.key(), new Yaml.Scalar(text, condition.plain(), condition.place(), condition.places())));
        Yaml.Fields source = new Yaml.Fields(entries, rule.source().place());
        List<Problem> problems = new ArrayList<>();
        Map<String, Parameter> defaults = RuleLoader.parameters(new Fields(source), problems);
        return new RuleLoader(cel, RuleSettings.NONE)
                .compile(rule.rule().pack(), source, defaults, problems)
                .filter(r -> problems.isEmpty());
    }
}
