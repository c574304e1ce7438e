package dev.plumbline.cli;

import dev.plumbline.audit.Sides;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.report.DriftText;
import dev.plumbline.report.RemedyText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two databases, whatever they are read from. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two sides; the left one is what is expected.",
            "A side is a target's name, a JDBC or cql:// URL, a baseline folder, a snapshot file, or"
                    + " 'migrations:TARGET' for what a target's migrations produce on a sandbox."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline diff baselines/analytics analytics",
            "  plumbline diff migrations:analytics jdbc:postgresql://db/analytics",
            "  plumbline diff before.txt after.txt --format json",
            "  plumbline diff baselines/analytics analytics --format sql > remedy.sql",
            "",
            "Exit codes: 0 equal, 1 different, 2 not all could be compared, 3 could not run, 64 wrong usage."
        })
final class DiffCommand implements Callable<Integer> {

    /** How differences are printed. */
    enum Format {
        TEXT,
        JSON,
        SQL
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Common common = new Common();

    @Parameters(index = "0", paramLabel = "LEFT", description = "What is expected.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "What is there.")
    private String right = "";

    @Option(
            names = "--format",
            paramLabel = "text|json|sql",
            description =
                    "Default: text. json is described by src/main/resources/schema/diff.schema.json. sql prints the"
                            + " statements that turn RIGHT into LEFT; nothing is executed.")
    private Format format = Format.TEXT;

    @Option(
            names = "--allow-destructive",
            description = "With --format sql: statements that may destroy data are not commented out.")
    private boolean allowDestructive;

    @Mixin
    private ShowCreate showCreate = new ShowCreate();

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "What does not count, separated by commas: order, comments, privileges, owners, operational, or the name"
                            + " of any attribute.")
    private List<String> ignored = List.of();

    @Override
    public Integer call() throws IOException {
        Snapshot expected;
        Snapshot actual;
        Drift drift;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Sides sides = new Sides(
                        List.of(left, right),
                        common.configurationFile(),
                        showCreate.asked(),
                        common.environment(),
                        progress)) {
            List<IgnoreRule> ignoring = ignoring(sides);
            sides.prepare(List.of(left, right));
            List<Snapshot> both = sides.readBoth(left, right);
            expected = both.get(0);
            actual = both.get(1);
            drift = Differ.compare(expected, actual).ignoring(ignoring);
        }
        Map<String, String> unasked = Differ.unasked(expected, actual);
        switch (format) {
            case TEXT -> DriftText.text(drift, common.color(), common.out());
            case JSON -> DriftText.json(drift, unasked, common.out());
            case SQL ->
                RemedyText.write(
                        Remedy.of(expected, actual, drift),
                        actual.engine(),
                        left,
                        right,
                        allowDestructive,
                        common.out());
        }
        drift.uncompared()
                .forEach((kind, reason) -> common.err().println("plumbline: " + kind + " was not compared: " + reason));
        if (!common.quiet()) {
            unasked.forEach((what, reason) ->
                    common.err().println("plumbline: neither side was asked for " + what + ": " + reason));
        }
        return code(drift.changes(), drift);
    }

    private List<IgnoreRule> ignoring(Sides sides) {
        try {
            return sides.ignoring(ignored);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--ignore: " + e.getMessage(), e);
        }
    }

    private static int code(List<Change> changes, Drift drift) {
        if (!changes.isEmpty()) {
            return Exit.FINDINGS;
        }
        return drift.uncompared().isEmpty() ? Exit.OK : Exit.NO_EVIDENCE;
    }
}
