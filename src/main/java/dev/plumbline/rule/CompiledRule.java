package dev.plumbline.rule;

import dev.plumbline.rule.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that is ready to judge.
 *
 * @param empty the outcome if there is no fact the rule is about
 * @param threshold how many facts may fail before the rule does
 * @param parameters as declared, with the values in force
 * @param examples by group
 */
record CompiledRule(
        Rule rule,
        Conditions conditions,
        Texts texts,
        Outcome empty,
        Optional<Threshold> threshold,
        Map<String, Parameter> parameters,
        List<Example> examples,
        Yaml.Fields source) {

    CompiledRule {
        examples = List.copyOf(examples);
    }

    /**
     * @param when which facts the rule is about
     * @param assertion what must hold
     * @param undecided whether a fact does not suffice to judge
     * @param conflict whether requirements contradict each other
     * @param discriminator tells findings at one path apart
     */
    record Conditions(
            Optional<Expression> when,
            Expression assertion,
            Optional<Expression> undecided,
            Optional<Expression> conflict,
            Optional<Expression> discriminator) {}

    /** @param reason for what is undecided or in conflict */
    record Texts(Pair message, Pair fix, Optional<Pair> reason) {}

    /** A template in both languages. */
    record Pair(Template en, Template es) {
        Bilingual fill(Node subject) {
            return new Bilingual(en.fill(subject), es.fill(subject));
        }

        Bilingual source() {
            return new Bilingual(en.source(), es.source());
        }
    }

    /** All that is evaluated, messages included. */
    List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        conditions.when().ifPresent(all::add);
        all.add(conditions.assertion());
        conditions.undecided().ifPresent(all::add);
        conditions.conflict().ifPresent(all::add);
        conditions.discriminator().ifPresent(all::add);
        for (Pair pair : List.of(texts.message(), texts.fix())) {
            all.addAll(pair.en().expressions());
            all.addAll(pair.es().expressions());
        }
        texts.reason().ifPresent(pair -> {
            all.addAll(pair.en().expressions());
            all.addAll(pair.es().expressions());
        });
        return all;
    }

    /** Kinds whose facts {@code when} looks at beyond the fact itself. */
    Set<String> whenKinds() {
        return conditions.when().map(Expression::kinds).orElse(Set.of());
    }

    /** Kinds whose facts are looked at, beyond the fact itself, to reach a verdict. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(whenKinds());
        kinds.addAll(conditions.assertion().kinds());
        conditions.undecided().ifPresent(e -> kinds.addAll(e.kinds()));
        conditions.conflict().ifPresent(e -> kinds.addAll(e.kinds()));
        return kinds;
    }

    /** Attributes of the fact that the verdict rests on, in the order they are read. */
    List<String> attributes() {
        java.util.LinkedHashSet<String> names = new java.util.LinkedHashSet<>();
        conditions.when().ifPresent(e -> names.addAll(e.attributes()));
        names.addAll(conditions.assertion().attributes());
        return List.copyOf(names);
    }
}
