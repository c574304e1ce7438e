package dev.plumbline.report;

import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.migration.Proof;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Waiver;
import dev.plumbline.source.Reading;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one run found. The only thing report writers see.
 *
 * @param startedAt handed in by whoever runs the audit; snapshots hold no clock
 * @param targets in the order of the configuration
 * @param judgements every rule on every target it is about, by target and rule
 * @param basis what was judged by and what was accepted beforehand
 */
public record AuditResult(
        String project,
        String toolVersion,
        Instant startedAt,
        long millis,
        List<Target> targets,
        List<Judgement> judgements,
        List<Control.Assessment> controls,
        List<Waiver> waivers,
        List<Proof> proofs,
        Basis basis) {

    /** A result of which it is not known by which packs it came about. */
    public AuditResult(
            String project,
            String toolVersion,
            Instant startedAt,
            long millis,
            List<Target> targets,
            List<Judgement> judgements,
            List<Control.Assessment> controls,
            List<Waiver> waivers,
            List<Proof> proofs) {
        this(
                project,
                toolVersion,
                startedAt,
                millis,
                targets,
                judgements,
                controls,
                waivers,
                proofs,
                new Basis(List.of(), List.of()));
    }

    /**
     * @param packs the rule packs in force, by name
     * @param debts the frozen findings of each target that has some
     */
    public record Basis(List<RulePack> packs, List<FrozenFindings.Summary> debts) {

        public Basis {
            packs = List.copyOf(packs);
            debts = List.copyOf(debts);
        }

        /** How many frozen findings were accepted after the first freeze. */
        public int grown() {
            return debts.stream().mapToInt(FrozenFindings.Summary::later).sum();
        }
    }

    public AuditResult {
        targets = List.copyOf(targets);
        judgements = List.copyOf(judgements);
        controls = List.copyOf(controls);
        waivers = List.copyOf(waivers);
        proofs = List.copyOf(proofs);
    }

    /** All findings, in the order of the judgements. */
    public List<Verdict> findings() {
        return judgements.stream().flatMap(j -> j.findings().stream()).toList();
    }

    /**
     * The verdict of the run: fail if a rule of more than mere information fails, a migration is not proven, or there is drift that no rule judges;
     * else no-evidence if something could not be judged, broke, is in conflict, or if nothing was judged at all; else
     * pass.
     */
    public Verdict.Outcome outcome() {
        boolean failed = judgements.stream().anyMatch(Judgement::fails);
        if (failed || unjudgedDrift() || proofs.stream().anyMatch(p -> !p.good())) {
            return Verdict.Outcome.FAIL;
        }
        boolean unknown = judgements.isEmpty()
                || judgements.stream().filter(j -> !j.informs()).anyMatch(j -> switch (j.outcome()) {
                    case NO_EVIDENCE, CONFLICT, ERROR -> true;
                    case PASS, FAIL, WAIVED, FROZEN, NOT_APPLICABLE -> false;
                });
        boolean judged = judgements.stream()
                .anyMatch(j -> j.outcome() == Verdict.Outcome.PASS
                        || j.outcome() == Verdict.Outcome.WAIVED
                        || j.outcome() == Verdict.Outcome.FROZEN);
        return unknown || !judged ? Verdict.Outcome.NO_EVIDENCE : Verdict.Outcome.PASS;
    }

    private boolean unjudgedDrift() {
        boolean judged = judgements.stream().anyMatch(j -> j.rule().kind().equals("change"));
        return !judged
                && targets.stream()
                        .anyMatch(t -> t.drift().isPresent()
                                && !t.drift().get().changes().isEmpty());
    }

    /** As exit code: 0 compliant, 1 findings, 2 could not be judged. */
    public int exitCode() {
        return switch (outcome()) {
            case PASS -> 0;
            case FAIL -> 1;
            default -> 2;
        };
    }

    /** The counts that every report shows. */
    public Totals totals() {
        Map<Verdict.Outcome, Integer> judged = new EnumMap<>(Verdict.Outcome.class);
        Map<Verdict.Outcome, Integer> found = new EnumMap<>(Verdict.Outcome.class);
        Map<Rule.Severity, Integer> failing = new EnumMap<>(Rule.Severity.class);
        Set<String> rules = new HashSet<>();
        long facts = 0;
        for (Judgement judgement : judgements) {
            rules.add(judgement.rule().id());
            judged.merge(judgement.outcome(), 1, Integer::sum);
            for (Verdict.Outcome outcome : List.of(
                    Verdict.Outcome.PASS, Verdict.Outcome.FAIL, Verdict.Outcome.WAIVED, Verdict.Outcome.FROZEN)) {
                facts += judgement.counts().getOrDefault(outcome, 0);
            }
            for (Verdict finding : judgement.findings()) {
                found.merge(finding.outcome(), 1, Integer::sum);
                if (finding.outcome() == Verdict.Outcome.FAIL) {
                    failing.merge(judgement.rule().severity(), 1, Integer::sum);
                }
            }
        }
        int changes = targets.stream()
                .flatMap(t -> t.drift().stream())
                .mapToInt(d -> d.changes().size())
                .sum();
        return new Totals(rules.size(), judged, found, failing, facts, changes);
    }

    /**
     * @param rules how many different rules judged something or tried to
     * @param judgements pairs of rule and target, by outcome
     * @param findings verdicts someone must look at, by outcome
     * @param failing verdicts with the outcome {@code fail}, by the severity of their rule
     * @param facts how many facts were judged: passed, failed, waived or frozen, counted once for each rule
     * @param changes differences from the baselines that no ignore rule took out
     */
    public record Totals(
            int rules,
            Map<Verdict.Outcome, Integer> judgements,
            Map<Verdict.Outcome, Integer> findings,
            Map<Rule.Severity, Integer> failing,
            long facts,
            int changes) {

        public Totals {
            judgements = Map.copyOf(judgements);
            findings = Map.copyOf(findings);
            failing = Map.copyOf(failing);
        }

        public int judgements(Verdict.Outcome outcome) {
            return judgements.getOrDefault(outcome, 0);
        }

        public int findings(Verdict.Outcome outcome) {
            return findings.getOrDefault(outcome, 0);
        }

        public int failing(Rule.Severity severity) {
            return failing.getOrDefault(severity, 0);
        }
    }

    /**
     * One audited database, or {@code project} for what was read from files.
     *
     * @param engine {@code postgresql} …; {@code project} for files
     * @param version of the server
     * @param where the URL without secrets, or {@code sandbox}
     * @param digest of the snapshot
     * @param baseline the baseline's folder, if there is one
     * @param drift against the baseline; empty if there is none
     */
    public record Target(
            String name,
            String engine,
            String version,
            String where,
            int facts,
            String digest,
            Coverage coverage,
            List<Reading.Statement> statements,
            Optional<String> baseline,
            Optional<Drift> drift) {

        public Target {
            statements = List.copyOf(statements);
        }
    }
}
