package dev.plumbline.rule;

import dev.plumbline.rule.Control.Assessment;
import dev.plumbline.rule.Control.Status;
import dev.plumbline.rule.Verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Says of controls whether they are met. A control is compliant only if every rule that gives evidence for it could
 * judge, and enough of what they judged passes.
 */
final class Assessor {

    private final List<Control> controls;
    private final Map<String, List<Judgement>> byRule = new HashMap<>();

    Assessor(List<Control> controls, List<Judgement> judgements) {
        this.controls = controls;
        for (Judgement judgement : judgements) {
            byRule.computeIfAbsent(judgement.rule().id(), r -> new ArrayList<>())
                    .add(judgement);
        }
    }

    List<Assessment> assess() {
        return controls.stream().map(this::assess).toList();
    }

    private Assessment assess(Control control) {
        List<Judgement> judgements = judgements(control);
        int passed = count(judgements, Outcome.PASS);
        int waived = count(judgements, Outcome.WAIVED);
        // What is frozen does not stop a run, but a requirement is not met by its being known that it is not.
        int failed = count(judgements, Outcome.FAIL) + count(judgements, Outcome.FROZEN);
        int judged = passed + waived + failed;
        int score = judged == 0 ? -1 : percent(passed + waived, judged);
        int strict = judged == 0 ? -1 : percent(passed, judged);
        List<Control> rivals = controls.stream()
                .filter(c -> c.conflictsWith().contains(control.id())
                        || control.conflictsWith().contains(c.id()))
                .filter(c -> !judgements(c).isEmpty())
                .toList();
        if (!rivals.isEmpty() && !judgements.isEmpty()) {
            return new Assessment(control, Status.CONFLICT, conflict(control, rivals.get(0)), score, strict);
        }
        if (count(judgements, Outcome.CONFLICT) > 0) {
            return new Assessment(control, Status.CONFLICT, Texts.CONFLICT, score, strict);
        }
        if (judged > 0 && score < control.threshold()) {
            return new Assessment(control, Status.NOT_COMPLIANT, below(control, score, failed, judged), score, strict);
        }
        Bilingual gap = gap(control, judgements, judged);
        if (!gap.en().isEmpty()) {
            return new Assessment(control, Status.NOT_ASSESSED, gap, score, strict);
        }
        return new Assessment(
                control,
                Status.COMPLIANT,
                new Bilingual(
                        judged + " judged, " + waived + " waived, " + failed + " fail",
                        judged + " juzgados, " + waived + " exceptuados, " + failed + " incumplen"),
                score,
                strict);
    }

    private List<Judgement> judgements(Control control) {
        List<Judgement> all = new ArrayList<>();
        control.rules().forEach(rule -> all.addAll(byRule.getOrDefault(rule, List.of())));
        return all;
    }

    private static int count(List<Judgement> judgements, Outcome outcome) {
        return judgements.stream()
                .mapToInt(j -> j.counts().getOrDefault(outcome, 0))
                .sum();
    }

    /** Rounded down, so that 100 means all. */
    private static int percent(int part, int whole) {
        return (int) (100L * part / whole);
    }

    private static Bilingual conflict(Control control, Control rival) {
        return new Bilingual(
                control.id() + " (" + control.source() + ") and " + rival.id() + " (" + rival.source()
                        + ") cannot both hold; decide which one does",
                control.id() + " (" + control.source() + ") y " + rival.id() + " (" + rival.source()
                        + ") no pueden cumplirse a la vez; hay que decidir cuál rige");
    }

    private static Bilingual below(Control control, int score, int failed, int judged) {
        return new Bilingual(
                failed + " of " + judged + " fail: " + score + " % where " + control.threshold() + " % are required",
                failed + " de " + judged + " incumplen: " + score + " % donde se exige " + control.threshold() + " %");
    }

    private Bilingual gap(Control control, List<Judgement> judgements, int judged) {
        if (control.rules().isEmpty()) {
            return new Bilingual("no rule gives evidence for it", "ninguna regla aporta evidencia");
        }
        TreeSet<String> silent = new TreeSet<>();
        for (String rule : control.rules()) {
            if (!byRule.containsKey(rule)) {
                silent.add(rule);
            }
        }
        TreeSet<String> unsure = new TreeSet<>();
        TreeSet<String> broken = new TreeSet<>();
        for (Judgement judgement : judgements) {
            if (judgement.counts().getOrDefault(Outcome.NO_EVIDENCE, 0) > 0) {
                unsure.add(judgement.rule().id());
            }
            if (judgement.counts().getOrDefault(Outcome.ERROR, 0) > 0) {
                broken.add(judgement.rule().id());
            }
        }
        if (!broken.isEmpty()) {
            return new Bilingual(
                    "could not be evaluated: " + String.join(", ", broken),
                    "no se pudieron evaluar: " + String.join(", ", broken));
        }
        if (!unsure.isEmpty()) {
            return new Bilingual(
                    "no evidence from " + String.join(", ", unsure), "sin evidencia de " + String.join(", ", unsure));
        }
        if (judged == 0) {
            return silent.size() == control.rules().size()
                    ? new Bilingual(
                            "none of its rules ran: " + String.join(", ", silent),
                            "no se ejecutó ninguna de sus reglas: " + String.join(", ", silent))
                    : new Bilingual(
                            "there was nothing its rules are about", "no había nada que sus reglas debieran juzgar");
        }
        return Bilingual.NONE;
    }
}
