package dev.plumbline.cli;

import dev.plumbline.audit.Audit;
import dev.plumbline.audit.Configuration;
import dev.plumbline.report.AuditResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main job. */
final class CheckCommand extends Command {

    private final Common common = new Common(this);
    private final Given<List<String>> targets = words("TARGET", "Only these targets; otherwise all.");
    private final Given<String> format =
            option(String.class, "FORMAT", "What is printed: text, json, markdown, github. Default: text.", "--format");
    private final Given<Path> reports =
            option(Path.class, "DIR", "Where reports go; otherwise as configured.", "--reports");
    private final Given<Boolean> noReports = flag("Write no reports, only print.", "--no-reports");
    private final Given<Boolean> prove =
            flag("Also prove every SQL or CQL migration reversible; takes longer.", "--prove");

    CheckCommand() {
        super(
                "check",
                "Judges the project: reads every target, compares it with its baseline, runs the rules, applies waivers,"
                        + " writes reports.",
                "A target without a URL is read from a sandbox: a disposable server on which its migrations have run.");
        footer(
                "",
                "Examples:",
                "  plumbline check                       all targets, reports into reports/",
                "  plumbline check analytics             one target and the project's files",
                "  plumbline check --format github       annotations for a CI job",
                "  PLUMBLINE_ANALYTICS_URL=jdbc:postgresql://db/analytics \\",
                "  PLUMBLINE_ANALYTICS_USER=plumbline PLUMBLINE_ANALYTICS_PASSWORD=… plumbline check",
                "                                        the live database instead of the sandbox");
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Path folder = reports.value()
                .map(Path::toAbsolutePath)
                .orElse(configuration.reports().folder());
        return check(
                common,
                configuration,
                targets.orElse(List.of()),
                format.orElse("text"),
                prove.orElse(false),
                noReports.orElse(false) ? null : folder);
    }

    static int check(
            Common common,
            Configuration configuration,
            List<String> targets,
            String format,
            boolean prove,
            @Nullable Path folder)
            throws IOException {
        String language = common.language(configuration);
        Printing printing = Printing.of(format);
        if (folder != null) {
            Printing.requireWritable(folder);
        }
        AuditResult result;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Audit audit = new Audit(configuration, progress)) {
            result = audit.run(targets, prove);
        }
        printing.print(result, language, common.color(), common.out());
        if (folder != null) {
            printing.writeAll(result, folder, configuration.reports().formats());
            if (!common.quiet()) {
                common.err().println("Reports: " + shown(folder.resolve("index.html")));
            }
        }
        return result.exitCode();
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
