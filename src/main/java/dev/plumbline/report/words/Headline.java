package dev.plumbline.report.words;

import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The verdict of a run in one sentence. */
public final class Headline {

    private Headline() {}

    /** With the exit code: {@code Not compliant: 2 failures (1 critical, 1 low). 4 rules judged … ; exit code 1.} */
    public static String of(AuditResult result, Messages messages) {
        AuditResult.Totals totals = result.totals();
        return messages.text(
                "verdict.sentence",
                messages.text("verdict." + result.outcome().word()),
                found(totals, messages) + grown(result, messages),
                judged(result, messages),
                result.exitCode());
    }

    /** What was found: {@code 2 failures (1 critical, 1 low), 1 waived}. */
    public static String found(AuditResult.Totals totals, Messages messages) {
        List<String> parts = new ArrayList<>();
        for (Verdict.Outcome outcome : List.of(
                Verdict.Outcome.FAIL,
                Verdict.Outcome.CONFLICT,
                Verdict.Outcome.NO_EVIDENCE,
                Verdict.Outcome.ERROR,
                Verdict.Outcome.WAIVED,
                Verdict.Outcome.FROZEN)) {
            int count = totals.findings(outcome);
            if (count > 0) {
                String part = messages.count("count." + outcome.word(), count);
                parts.add(outcome == Verdict.Outcome.FAIL ? part + " (" + severities(totals, messages) + ")" : part);
            }
        }
        if (parts.isEmpty()) {
            return messages.text(totals.facts() == 0 ? "verdict.nothing" : "verdict.no-findings");
        }
        return String.join(", ", parts);
    }

    /** Debt that grew is said wherever the verdict is, whatever rules are in force. */
    private static String grown(AuditResult result, Messages messages) {
        int grown = result.basis().grown();
        return grown == 0 ? "" : " (" + messages.count("count.grown", grown) + ")";
    }

    /** How much was looked at: {@code 4 rules judged 1,204 facts on 3 targets}. */
    public static String judged(AuditResult result, Messages messages) {
        AuditResult.Totals totals = result.totals();
        return messages.text(
                "verdict.judged",
                messages.count("count.rule", totals.rules()),
                messages.count("count.fact", totals.facts()),
                messages.count("count.target", result.targets().size()));
    }

    private static String severities(AuditResult.Totals totals, Messages messages) {
        List<String> parts = new ArrayList<>();
        Rule.Severity[] severities = Rule.Severity.values();
        for (int i = severities.length - 1; i >= 0; i--) {
            if (totals.failing(severities[i]) > 0) {
                parts.add(messages.number(totals.failing(severities[i])) + " " + messages.of(severities[i]));
            }
        }
        return String.join(", ", parts);
    }
}
