package dev.plumbline.report;

import dev.plumbline.drift.Drift;
import dev.plumbline.report.words.Groups;
import dev.plumbline.report.words.Headline;
import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Prose;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a terminal shows: findings by rule, gravest first, and the verdict last, where the eye is. */
final class TextReport implements ReportWriter.OneFile {

    /** Places shown for each rule. A screen is small, and report.json has them all. */
    private static final int PLACES = 10;

    private final Messages messages;
    private final boolean colour;
    private final int width;

    /** For a file. */
    TextReport() {
        this("en", false, 100);
    }

    /** @param width columns; what cannot be broken, such as a path, may be longer */
    TextReport(String language, boolean colour, int width) {
        this.messages = Messages.in(language);
        this.colour = colour;
        this.width = Math.max(40, width);
    }

    @Override
    public String format() {
        return "text";
    }

    @Override
    public String file() {
        return "report.txt";
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        render(result, (Appendable) out);
        out.flush();
    }

    void render(AuditResult result, Appendable out) throws IOException {
        targets(result, out);
        List<Verdict> unjudged = new ArrayList<>();
        for (Groups.Group group : Groups.of(result)) {
            if (group.count(Verdict.Outcome.NO_EVIDENCE) == group.findings().size()) {
                unjudged.addAll(group.findings());
            } else {
                group(group, out);
            }
        }
        unjudged(unjudged, out);
        controls(result, out);
        Ink ink = Ink.of(result.outcome());
        wrapped(out, "", ink, Headline.of(result, messages));
    }

    private void targets(AuditResult result, Appendable out) throws IOException {
        if (result.targets().isEmpty()) {
            out.append(messages.text("empty.targets")).append("\n\n");
            return;
        }
        int names = result.targets().stream()
                .mapToInt(t -> Visible.line(t.name()).length())
                .max()
                .orElse(0);
        for (AuditResult.Target target : result.targets()) {
            List<String> parts = new ArrayList<>();
            boolean files = target.engine().equals("project");
            String server = files ? messages.text("target.files") : target.engine() + " " + target.version();
            parts.add(Visible.line(server.strip()));
            parts.add(Visible.line(target.where()));
            parts.add(messages.count("count.fact", target.facts()));
            if (!files) {
                parts.add(drift(target));
            }
            String line = String.join(" · ", parts);
            String name = Visible.line(target.name());
            out.append(paint(Ink.BOLD, name))
                    .append(" ".repeat(Math.min(30, names) > name.length() ? Math.min(30, names) - name.length() : 0))
                    .append("  ")
                    .append(line)
                    .append('\n');
        }
        out.append('\n');
    }

    private String drift(AuditResult.Target target) {
        if (target.drift().isEmpty()) {
            return messages.text("text.no-baseline");
        }
        Drift drift = target.drift().get();
        return drift.equal()
                ? messages.text("text.no-drift")
                : messages.text("text.drift", messages.number(drift.changes().size()));
    }

    private void group(Groups.Group group, Appendable out) throws IOException {
        Rule rule = group.rule();
        boolean fails = group.count(Verdict.Outcome.FAIL) > 0;
        Verdict first = group.findings().get(0);
        String head = fails ? messages.of(rule.severity()) : messages.of(first.outcome());
        out.append(paint(fails ? Ink.of(rule.severity()) : Ink.of(first.outcome()), head))
                .append("  ")
                .append(paint(Ink.BOLD, Visible.line(rule.id())))
                .append("  ")
                .append(messages.count("count.finding", group.findings().size()))
                .append('\n');
        wrapped(out, "  ", Ink.PLAIN, messages.of(rule.title()));
        List<Verdict> shown =
                group.findings().subList(0, Math.min(PLACES, group.findings().size()));
        for (Verdict finding : shown) {
            finding(finding, out);
        }
        if (shown.size() < group.findings().size()) {
            int rest = group.findings().size() - shown.size();
            out.append("  ")
                    .append(messages.text("more.text", messages.number(rest)))
                    .append('\n');
        }
        List<Prose.Block> fix = Prose.blocks(messages.of(group.fix()));
        if (fails && !fix.isEmpty()) {
            fix(fix.get(0), out);
        }
        out.append('\n');
    }

    /** Rules that say nothing, together by what they lack: one source that is missing may silence thirty. */
    private void unjudged(List<Verdict> findings, Appendable out) throws IOException {
        Map<List<String>, Set<String>> rules = new LinkedHashMap<>();
        for (Verdict finding : findings) {
            List<String> lack = List.of(finding.target(), finding.path().toString(), messages.message(finding));
            rules.computeIfAbsent(lack, l -> new LinkedHashSet<>()).add(finding.rule());
        }
        for (Map.Entry<List<String>, Set<String>> entry : rules.entrySet()) {
            List<String> lack = entry.getKey();
            out.append(paint(Ink.of(Verdict.Outcome.NO_EVIDENCE), messages.of(Verdict.Outcome.NO_EVIDENCE)))
                    .append("  ")
                    .append(messages.count("count.rule", entry.getValue().size()))
                    .append("  ")
                    .append(Visible.line(lack.get(0)))
                    .append("  ")
                    .append(Visible.line(lack.get(1)))
                    .append('\n');
            wrapped(out, "  ", Ink.PLAIN, lack.get(2));
            wrapped(out, "      ", Ink.DIM, String.join(", ", entry.getValue()));
            out.append('\n');
        }
    }

    /** The first block: a paragraph, or statements, each on a line of its own. */
    private void fix(Prose.Block block, Appendable out) throws IOException {
        List<String> lines = block.text().lines().toList();
        wrapped(out, "  ", Ink.PLAIN, messages.text("text.fix") + " " + lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            wrapped(out, "       ", Ink.PLAIN, line);
        }
    }

    private void finding(Verdict finding, Appendable out) throws IOException {
        String mark = finding.outcome() == Verdict.Outcome.FAIL ? "" : " [" + messages.of(finding.outcome()) + "]";
        out.append("  ")
                .append(paint(Ink.of(finding.outcome()), Visible.line(finding.target())))
                .append("  ")
                .append(Visible.line(finding.path().toString()))
                .append(mark)
                .append(finding.location()
                        .map(l -> "  " + Visible.line(l.toString()))
                        .orElse(""))
                .append('\n');
        wrapped(out, "      ", Ink.DIM, messages.message(finding));
    }

    private void controls(AuditResult result, Appendable out) throws IOException {
        if (result.controls().isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(messages.text("text.controls")).append(": ");
        for (Control.Status status : Control.Status.values()) {
            long count =
                    result.controls().stream().filter(c -> c.status() == status).count();
            if (count > 0) {
                line.append(line.toString().endsWith(": ") ? "" : ", ")
                        .append(messages.number(count))
                        .append(' ')
                        .append(messages.of(status));
            }
        }
        wrapped(out, "", Ink.PLAIN, line.toString());
    }

    /** Words into lines; a word longer than a line stands alone. */
    private void wrapped(Appendable out, String indent, Ink ink, String text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : Visible.line(text).strip().split(" +", -1)) {
            if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > width) {
                out.append(indent).append(paint(ink, line.toString())).append('\n');
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            out.append(indent).append(paint(ink, line.toString())).append('\n');
        }
    }

    private String paint(Ink ink, String text) {
        return colour && ink != Ink.PLAIN ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }

    /** The few codes every terminal knows. */
    private enum Ink {
        PLAIN(""),
        BOLD("1"),
        DIM("2"),
        RED("31"),
        BOLD_RED("1;31"),
        GREEN("32"),
        YELLOW("33"),
        CYAN("36"),
        MAGENTA("35");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        static Ink of(Verdict.Outcome outcome) {
            return switch (outcome) {
                case PASS -> GREEN;
                case FAIL -> RED;
                case WAIVED, FROZEN, NOT_APPLICABLE -> CYAN;
                case NO_EVIDENCE -> YELLOW;
                case CONFLICT, ERROR -> MAGENTA;
            };
        }

        static Ink of(Rule.Severity severity) {
            return switch (severity) {
                case CRITICAL -> BOLD_RED;
                case HIGH -> RED;
                case MEDIUM -> YELLOW;
                case LOW, INFO -> CYAN;
            };
        }
    }
}
