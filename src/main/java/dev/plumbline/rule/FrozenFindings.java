package dev.plumbline.rule;

import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.Verdict.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Existing debt: the findings of one target that were there when people froze them. They stay visible and counted and
 * do not fail a run; new ones do. What is judged is never how a finding is worded or where in a file it stands, but its
 * rule, path and discriminator.
 *
 * @param target a target's name, or {@code project}
 * @param file where they stand, for people; {@code baselines/<target>/findings.frozen}
 * @param lines by day of acceptance, rule, path and discriminator
 */
public record FrozenFindings(String target, String file, List<Line> lines) {

    /** The name of the file in the folder of a baseline. */
    public static final String FILE = "findings.frozen";

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::later)
            .thenComparing(Line::accepted)
            .thenComparing(Line::rule)
            .thenComparing(Line::path)
            .thenComparing(Line::discriminator);

    public FrozenFindings {
        lines = lines.stream().sorted(ORDER).toList();
    }

    /**
     * One frozen finding.
     *
     * @param accepted the day it was accepted
     * @param later whether it was accepted after the first freeze: debt that grew
     * @param number of the line in its file; 0 for one that is not written yet
     */
    public record Line(
            LocalDate accepted, boolean later, String rule, FactPath path, String discriminator, int number) {

        static Line of(Verdict finding, LocalDate accepted, boolean later) {
            return new Line(accepted, later, finding.rule(), finding.path(), finding.discriminator(), 0);
        }

        String fingerprint(String target) {
            return Fingerprint.of(rule, target, path, discriminator);
        }

        /** As the file holds it: rule, path and, if there is one, the discriminator. */
        @Override
        public String toString() {
            return rule + " " + path
                    + (discriminator.isEmpty()
                            ? ""
                            : " " + FactPath.of("d", discriminator).namesText());
        }
    }

    /**
     * Existing debt in numbers.
     *
     * @param first how many findings the first freeze accepted
     * @param later how many were accepted after it: by how much the debt grew
     * @param grownOn the last day on which it did
     * @param states how many are in each state; those without any are left out
     */
    public record Summary(
            String target, String file, int first, int later, Optional<LocalDate> grownOn, Map<State, Integer> states) {

        public Summary {
            states = Map.copyOf(states);
        }

        public int count(State state) {
            return states.getOrDefault(state, 0);
        }
    }

    /** What became of a frozen finding in a run. */
    public enum State {
        /** It is still there. */
        FOUND,
        /** Its rule judged in full and found it no more. */
        GONE,
        /** Its rule did not run or could not judge. */
        UNJUDGED,
        /** There is no such rule. */
        UNKNOWN
    }

    /**
     * Reads a file.
     *
     * @param shown its name in messages
     * @throws ProblemsException with every fault, as {@code file:line:column}
     */
    public static FrozenFindings read(Path file, String shown, String target) {
        return FrozenText.read(file, shown, target);
    }

    /** The canonical text of the file. */
    public String text() {
        return FrozenText.write(this);
    }

    /** The findings of a run that could be frozen: failures that stop a run, of rules that judge what is there. */
    public static List<Verdict> freezable(List<Judgement> judgements) {
        return judgements.stream()
                .filter(j -> j.rule().severity() != Rule.Severity.INFO)
                .filter(j -> !j.rule().kind().equals(FactModel.CHANGE) && !MetaFacts.isMeta(j.rule()))
                .flatMap(j -> j.findings().stream())
                .filter(f -> f.outcome() == Outcome.FAIL)
                .toList();
    }

    /** These and more; each finding stands in it once. */
    public FrozenFindings with(List<Verdict> findings, LocalDate today) {
        boolean later = !lines.isEmpty();
        List<Line> all = new ArrayList<>(lines);
        Set<String> known = new HashSet<>();
        lines.forEach(line -> known.add(line.fingerprint(target)));
        for (Verdict finding : findings) {
            if (known.add(finding.fingerprint())) {
                all.add(Line.of(finding, today, later));
            }
        }
        return new FrozenFindings(target, file, all);
    }

    /** Without those that are gone, and those of rules that no longer exist. */
    public FrozenFindings pruned(Map<Line, State> states) {
        return new FrozenFindings(
                target,
                file,
                lines.stream()
                        .filter(line -> states.get(line) != State.GONE && states.get(line) != State.UNKNOWN)
                        .toList());
    }

    /**
     * What became of each.
     *
     * @param rules ids of all rules, active or not
     */
    public Map<Line, State> states(List<Judgement> judgements, Set<String> rules) {
        Map<String, Judgement> byRule = new HashMap<>();
        Set<String> found = new HashSet<>();
        for (Judgement judgement : judgements) {
            if (judgement.target().equals(target)) {
                byRule.put(judgement.rule().id(), judgement);
                judgement.findings().stream().filter(FrozenFindings::fails).forEach(f -> found.add(f.fingerprint()));
            }
        }
        Map<Line, State> states = new HashMap<>();
        for (Line line : lines) {
            Judgement judgement = byRule.get(line.rule());
            State state;
            if (!rules.contains(line.rule())) {
                state = State.UNKNOWN;
            } else if (found.contains(line.fingerprint(target))) {
                state = State.FOUND;
            } else {
                state = judgement != null && inFull(judgement) ? State.GONE : State.UNJUDGED;
            }
            states.put(line, state);
        }
        return states;
    }

    /** @param rules ids of all rules, active or not */
    public Summary summary(List<Judgement> judgements, Set<String> rules) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        states(judgements, rules).values().forEach(state -> counts.merge(state, 1, Integer::sum));
        List<Line> grown = lines.stream().filter(Line::later).toList();
        return new Summary(
                target,
                file,
                lines.size() - grown.size(),
                grown.size(),
                grown.stream().map(Line::accepted).max(Comparator.naturalOrder()),
                counts);
    }

    private static boolean fails(Verdict finding) {
        return switch (finding.outcome()) {
            case FAIL, WAIVED, FROZEN -> true;
            case PASS, NOT_APPLICABLE, NO_EVIDENCE, CONFLICT, ERROR -> false;
        };
    }

    /** Checking nothing is not passing: what could not be judged may still be there. */
    private static boolean inFull(Judgement judgement) {
        return judgement.evidence().incomplete().isEmpty()
                && !judgement.counts().containsKey(Outcome.NO_EVIDENCE)
                && !judgement.counts().containsKey(Outcome.CONFLICT)
                && !judgement.counts().containsKey(Outcome.ERROR);
    }

    /** The judgements in which failures that are frozen do not count as such. */
    static List<Judgement> apply(List<Judgement> judgements, Map<String, FrozenFindings> byTarget) {
        Map<String, Set<String>> frozen = new TreeMap<>();
        byTarget.forEach((target, findings) -> {
            Set<String> prints = new HashSet<>();
            findings.lines().forEach(line -> prints.add(line.fingerprint(target)));
            frozen.put(target, prints);
        });
        return judgements.stream()
                .map(j -> freeze(j, frozen.getOrDefault(j.target(), Set.of())))
                .toList();
    }

    private static Judgement freeze(Judgement judgement, Set<String> frozen) {
        if (frozen.isEmpty()
                || judgement.findings().stream()
                        .noneMatch(f -> f.outcome() == Outcome.FAIL && frozen.contains(f.fingerprint()))) {
            return judgement;
        }
        Map<Outcome, Integer> counts = new EnumMap<>(judgement.counts());
        List<Verdict> findings = new ArrayList<>();
        for (Verdict finding : judgement.findings()) {
            if (finding.outcome() == Outcome.FAIL && frozen.contains(finding.fingerprint())) {
                counts.merge(Outcome.FAIL, -1, Integer::sum);
                counts.merge(Outcome.FROZEN, 1, Integer::sum);
                findings.add(finding.asFrozen());
            } else {
                findings.add(finding);
            }
        }
        counts.values().removeIf(count -> count == 0);
        return new Judgement(judgement.rule(), judgement.target(), counts, findings, judgement.evidence());
    }
}
