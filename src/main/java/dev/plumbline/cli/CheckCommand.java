package dev.plumbline.cli;

import dev.plumbline.audit.Audit;
import dev.plumbline.audit.Configuration;
import dev.plumbline.report.AuditResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges the project: reads every target, compares it with its baseline, runs the rules, applies waivers,"
                    + " writes reports.",
            "A target without a URL is read from a sandbox: a disposable server on which its migrations have run."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline check                       all targets, reports into reports/",
            "  plumbline check analytics             one target and the project's files",
            "  plumbline check --format github       annotations for a CI job",
            "  PLUMBLINE_ANALYTICS_URL=jdbc:postgresql://db/analytics \\",
            "  PLUMBLINE_ANALYTICS_USER=plumbline PLUMBLINE_ANALYTICS_PASSWORD=… plumbline check",
            "                                        the live database instead of the sandbox"
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "Only these targets; otherwise all.")
    private List<String> targets = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What is printed: text, json, markdown, github. Default: text.")
    private String format = "text";

    @Option(names = "--reports", paramLabel = "DIR", description = "Where reports go; otherwise as configured.")
    private @Nullable Path reports;

    @Option(names = "--no-reports", description = "Write no reports, only print.")
    private boolean noReports;

    @Option(names = "--prove", description = "Also prove every SQL or CQL migration reversible; takes longer.")
    private boolean prove;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Path folder = reports == null
                ? configuration.reports().folder()
                : Objects.requireNonNull(reports).toAbsolutePath();
        return check(common, configuration, targets, format, prove, noReports ? null : folder);
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
