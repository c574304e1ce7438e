package dev.plumbline.cli;

import dev.plumbline.audit.Sides;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.report.DriftText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            "",
            "Exit codes: 0 equal, 1 different, 2 not all could be compared, 3 could not run, 64 wrong usage."
        })
final class DiffCommand implements Callable<Integer> {

    /** How differences are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private Common common = new Common();

    @Parameters(index = "0", paramLabel = "LEFT", description = "What is expected.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "What is there.")
    private String right = "";

    @Option(names = "--format", paramLabel = "text|json", description = "Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--ignore",
            paramLabel = "WHAT",
            description = "What does not count: position, comment, owner, privileges, or the name of any attribute.")
    private List<String> ignored = List.of();

    @Override
    public Integer call() throws IOException {
        Drift drift;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Sides sides =
                        new Sides(List.of(left, right), common.configurationFile(), common.environment(), progress)) {
            sides.prepare(List.of(left, right));
            drift = Differ.compare(sides.read(left), sides.read(right))
                    .ignoring(Sides.ignoring(ignored, sides.ignored()));
        }
        switch (format) {
            case TEXT -> DriftText.text(drift, common.color(), common.out());
            case JSON -> DriftText.json(drift, common.out());
        }
        drift.uncompared()
                .forEach((kind, reason) -> common.err().println("plumbline: " + kind + " was not compared: " + reason));
        return code(drift.changes(), drift);
    }

    private static int code(List<Change> changes, Drift drift) {
        if (!changes.isEmpty()) {
            return Exit.FINDINGS;
        }
        return drift.uncompared().isEmpty() ? Exit.OK : Exit.NO_EVIDENCE;
    }
}
