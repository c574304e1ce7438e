package dev.plumbline.report;

import dev.plumbline.drift.Change;
import dev.plumbline.report.words.Groups;
import dev.plumbline.report.words.Headline;
import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * A comment on a pull request: the verdict and a table first, the rest folded. Kept under the 65,536 characters that
 * GitHub allows a comment by bounds on rows; what is left out is said. Also written in Spanish, as report.es.md.
 */
final class MarkdownReport implements ReportWriter.OneFile {

    private static final int RULES = 40;
    private static final int FINDINGS = 5;
    private static final int CHANGES = 20;
    private static final int TEXT = 240;

    private final Messages messages;

    MarkdownReport() {
        this("en");
    }

    private MarkdownReport(String language) {
        this.messages = Messages.in(language);
    }

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public String file() {
        return messages.language().equals("en") ? "report.md" : "report." + messages.language() + ".md";
    }

    @Override
    public Path write(AuditResult result, Path folder) throws IOException {
        MarkdownReport spanish = new MarkdownReport("es");
        ReportWriter.replace(folder.resolve(spanish.file()), out -> spanish.render(result, out));
        return ReportWriter.OneFile.super.write(result, folder);
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        String mark = switch (result.outcome()) {
            case PASS -> "✅";
            case FAIL -> "❌";
            default -> "⚠️";
        };
        out.write("### " + mark + " Plumbline · " + cut(result.project()) + "\n\n");
        out.write(Headline.of(result, messages) + "\n");
        targets(result, out);
        controls(result, out);
        List<Groups.Group> groups = Groups.of(result);
        if (!groups.isEmpty()) {
            out.write("\n#### " + messages.text("section.findings") + "\n");
        }
        int left = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (i < RULES) {
                group(groups.get(i), out);
            } else {
                left += groups.get(i).findings().size();
            }
        }
        if (left > 0) {
            out.write("\n" + messages.text("more.text", messages.number(left)) + "\n");
        }
        for (AuditResult.Target target : result.targets()) {
            if (target.drift().isPresent() && !target.drift().get().changes().isEmpty()) {
                drift(target, target.drift().get().changes(), out);
            }
        }
        out.flush();
    }

    private void targets(AuditResult result, Writer out) throws IOException {
        if (result.targets().isEmpty()) {
            out.write("\n" + messages.text("empty.targets") + "\n");
            return;
        }
        row(out, true, t("label.target"), t("label.engine"), t("label.facts"), t("label.drift"));
        out.write("|---|---|--:|--:|\n");
        for (AuditResult.Target target : result.targets()) {
            row(
                    out,
                    false,
                    cut(target.name()),
                    cut((target.engine() + " " + target.version()).strip()),
                    messages.number(target.facts()),
                    target.drift().map(d -> messages.number(d.changes().size())).orElse("–"));
        }
    }

    private void controls(AuditResult result, Writer out) throws IOException {
        if (result.controls().isEmpty()) {
            return;
        }
        open(
                out,
                t("section.controls") + ": " + messages.number(result.controls().size()));
        row(out, true, t("label.control"), t("label.level"), t("label.status"), t("label.score"), t("label.threshold"));
        out.write("|---|---|---|--:|--:|\n");
        for (Control.Assessment a : result.controls()) {
            row(
                    out,
                    false,
                    cut(a.control().id()) + " " + cut(messages.of(a.control().title())),
                    messages.of(a.control().level()),
                    messages.of(a.status()),
                    a.score() < 0 ? "–" : a.score() + "\u00a0%",
                    a.control().threshold() + "\u00a0%");
        }
        close(out);
    }

    private void group(Groups.Group group, Writer out) throws IOException {
        boolean fails = group.count(Verdict.Outcome.FAIL) > 0;
        Verdict.Outcome first = group.findings().get(0).outcome();
        String badge = fails ? messages.of(group.rule().severity()) : messages.of(first);
        open(
                out,
                "<b>" + badge + "</b> "
                        + html(messages.of(group.rule().title())) + " · <code>"
                        + html(group.rule().id()) + "</code> · "
                        + messages.count("count.finding", group.findings().size()));
        int shown = Math.min(FINDINGS, group.findings().size());
        for (Verdict finding : group.findings().subList(0, shown)) {
            out.write("- " + cut(finding.target()) + " "
                    + Markdown.code(shorten(finding.path().toString())) + " (" + messages.of(finding.outcome()) + "): "
                    + cut(messages.message(finding)) + "\n");
        }
        if (shown < group.findings().size()) {
            String rest = messages.number(group.findings().size() - shown);
            out.write("- " + messages.text("more.findings", rest) + "\n");
        }
        String fix = messages.of(group.fix());
        if (!fix.isBlank() && fix.length() < 1000) {
            out.write("\n**" + t("label.fix") + "**\n\n" + Markdown.prose(fix) + "\n");
        }
        close(out);
    }

    private void drift(AuditResult.Target target, List<Change> changes, Writer out) throws IOException {
        open(out, t("label.drift") + " " + html(target.name()) + ": " + messages.count("count.change", changes.size()));
        row(
                out,
                true,
                t("label.type"),
                t("label.path"),
                t("label.before") + " → " + t("label.after"),
                t("label.impact"));
        out.write("|---|---|---|---|\n");
        int shown = Math.min(CHANGES, changes.size());
        for (Change change : changes.subList(0, shown)) {
            String values = change.attribute().isEmpty()
                    ? ""
                    : cut(change.attribute()) + ": " + cut(Visible.value(change.before())) + " → "
                            + cut(Visible.value(change.after()));
            row(
                    out,
                    false,
                    messages.of(change.type()),
                    Markdown.code(shorten(change.path().toString())),
                    values,
                    messages.of(change.impact()));
        }
        if (shown < changes.size()) {
            out.write("\n" + messages.text("more.changes", messages.number(changes.size() - shown)) + "\n");
        }
        close(out);
    }

    private String t(String key) {
        return messages.text(key);
    }

    private static void row(Writer out, boolean first, String... cells) throws IOException {
        out.write((first ? "\n" : "") + "| " + String.join(" | ", cells) + " |\n");
    }

    /** The summary of a fold is HTML; the blank line after it lets Markdown in again. */
    private static void open(Writer out, String summary) throws IOException {
        out.write("\n<details><summary>" + summary + "</summary>\n\n");
    }

    private static void close(Writer out) throws IOException {
        out.write("\n</details>\n");
    }

    private static String cut(String text) {
        return Markdown.escape(shorten(text));
    }

    private static String shorten(String text) {
        String line = Visible.line(text);
        return line.codePointCount(0, line.length()) <= TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TEXT)) + "…";
    }

    private static String html(String text) {
        return shorten(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }
}
