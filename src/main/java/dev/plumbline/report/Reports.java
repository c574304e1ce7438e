package dev.plumbline.report;

import dev.plumbline.report.html.HtmlReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The formats there are. A new one is a class, a line here and a case of the contract test. */
public final class Reports {

    private static final List<ReportWriter> ALL = List.of(
            new HtmlReport(),
            new JsonReport(),
            new JunitReport(),
            new SarifReport(),
            new MarkdownReport(),
            new TextReport(),
            new AllureReport(),
            new GithubReport());

    private Reports() {}

    /** All, in the order in which help lists them. */
    public static List<ReportWriter> all() {
        return ALL;
    }

    /** Their names: {@code html}, {@code json} … */
    public static List<String> formats() {
        return ALL.stream().map(ReportWriter::format).toList();
    }

    public static Optional<ReportWriter> of(String format) {
        return ALL.stream().filter(w -> w.format().equals(format)).findFirst();
    }

    /**
     * The summary for a terminal.
     *
     * @param language {@code en} or {@code es}
     * @param colour whether to write ANSI codes
     * @param width of the terminal in columns
     */
    public static void text(AuditResult result, String language, boolean colour, int width, Appendable out)
            throws IOException {
        new TextReport(language, colour, width).render(result, out);
    }
}
