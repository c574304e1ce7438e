package dev.plumbline.report;

import dev.plumbline.report.words.Groups;
import dev.plumbline.report.words.Headline;
import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import java.io.IOException;
import java.io.Writer;

/**
 * Annotations for GitHub Actions, one command in each line. GitHub keeps ten errors and ten warnings of a step; so no
 * more are written, the gravest first, and a notice says how many are left.
 */
final class GithubReport implements ReportWriter.OneFile {

    private static final int OF_A_LEVEL = 10;

    private final Messages messages = Messages.in("en");

    @Override
    public String format() {
        return "github";
    }

    @Override
    public String file() {
        return "annotations.txt";
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        int errors = 0;
        int warnings = 0;
        int left = 0;
        for (Groups.Group group : Groups.of(result)) {
            for (Verdict finding : group.findings()) {
                boolean error = isError(group.rule(), finding);
                if (accepted(finding) || (error ? errors : warnings) >= OF_A_LEVEL) {
                    left++;
                } else {
                    errors += error ? 1 : 0;
                    warnings += error ? 0 : 1;
                    annotation(out, error, group.rule(), finding);
                }
            }
        }
        if (left > 0) {
            out.write("::notice title=Plumbline::" + data(messages.text("annotations.more", messages.number(left)))
                    + "\n");
        }
        out.write("::notice title=Plumbline::" + data(Headline.of(result, messages)) + "\n");
        out.flush();
    }

    private static boolean isError(Rule rule, Verdict finding) {
        return switch (finding.outcome()) {
            case FAIL -> rule.severity().compareTo(Rule.Severity.MEDIUM) > 0;
            case NO_EVIDENCE, CONFLICT, ERROR -> true;
            case PASS, WAIVED, FROZEN, NOT_APPLICABLE -> false;
        };
    }

    private static boolean accepted(Verdict finding) {
        return finding.outcome() == Outcome.WAIVED || finding.outcome() == Outcome.FROZEN;
    }

    private void annotation(Writer out, boolean error, Rule rule, Verdict finding) throws IOException {
        StringBuilder line = new StringBuilder(error ? "::error " : "::warning ");
        finding.location().ifPresent(l -> {
            line.append("file=").append(property(l.file())).append(',');
            if (l.line() > 0) {
                line.append("line=").append(l.line()).append(',');
            }
        });
        line.append("title=")
                .append(property(rule.id() + " (" + messages.of(finding.outcome()) + ")"))
                .append("::")
                .append(data(finding.target() + " " + finding.path() + ": " + messages.message(finding)))
                .append('\n');
        out.write(line.toString());
    }

    /** As the runner of GitHub Actions reads it back: per cent, carriage return and line feed are escaped. */
    private static String data(String text) {
        return Visible.text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
