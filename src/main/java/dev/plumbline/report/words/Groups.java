package dev.plumbline.report.words;

import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Findings by rule, over all targets, the gravest first: the order in which a person reads them. */
public final class Groups {

    private static final Comparator<Group> GRAVEST_FIRST = Comparator.comparing(Groups::rank)
            .thenComparing(g -> g.rule().severity(), Comparator.reverseOrder())
            .thenComparing(g -> g.rule().id());

    private Groups() {}

    /** What fails, then what could not be judged, then what someone accepted. */
    private static int rank(Group group) {
        if (group.count(Verdict.Outcome.FAIL) > 0) {
            return 0;
        }
        return group.count(Verdict.Outcome.WAIVED) + group.count(Verdict.Outcome.FROZEN) > 0 ? 2 : 1;
    }

    /** @param findings of one rule, in the order of targets and paths; never empty */
    public record Group(Rule rule, List<Verdict> findings) {

        public Group {
            findings = List.copyOf(findings);
        }

        /** What to do: with the first finding's names, where the rule's text has places for them. */
        public Bilingual fix() {
            Bilingual filled = findings.get(0).fix();
            return filled.en().isBlank() ? rule.fix() : filled;
        }

        public int count(Verdict.Outcome outcome) {
            return (int) findings.stream().filter(f -> f.outcome() == outcome).count();
        }
    }

    public static List<Group> of(AuditResult result) {
        TreeMap<String, Rule> rules = new TreeMap<>();
        TreeMap<String, List<Verdict>> findings = new TreeMap<>();
        for (Judgement judgement : result.judgements()) {
            if (!judgement.findings().isEmpty()) {
                String id = judgement.rule().id();
                rules.putIfAbsent(id, judgement.rule());
                findings.computeIfAbsent(id, key -> new ArrayList<>()).addAll(judgement.findings());
            }
        }
        List<Group> groups = new ArrayList<>();
        rules.forEach((id, rule) -> groups.add(new Group(rule, findings.getOrDefault(id, List.of()))));
        groups.sort(GRAVEST_FIRST);
        return List.copyOf(groups);
    }
}
