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

/** Compares two databases, whatever they are read from. */
final class DiffCommand extends Command {

    /** How differences are printed. */
    enum Format {
        TEXT,
        JSON,
        SQL
    }

    private final Common common = new Common(this);
    private final Given<String> left = word("LEFT", "What is expected.");
    private final Given<String> right = word("RIGHT", "What is there.");
    private final Given<Format> format = option(
            Format.class,
            "text|json|sql",
            "Default: text. json is described by src/main/resources/schema/diff.schema.json. sql prints the statements that"
                    + " turn RIGHT into LEFT; nothing is executed.",
            "--format");
    private final Given<Boolean> allowDestructive =
            flag("With --format sql: statements that may destroy data are not commented out.", "--allow-destructive");
    private final ShowCreate showCreate = new ShowCreate(this);
    private final Given<List<String>> ignored = takes(list("--ignore")
            .splitRegex(",")
            .paramLabel("WHAT")
            .description(
                    "What does not count, separated by commas: order, comments, privileges, owners, operational, or"
                            + " the name of any attribute."));

    DiffCommand() {
        super(
                "diff",
                "Compares two sides; the left one is what is expected.",
                "A side is a target's name, a JDBC or cql:// URL, a baseline folder, a snapshot file, or"
                        + " 'migrations:TARGET' for what a target's migrations produce on a sandbox.");
        footer(
                "",
                "Examples:",
                "  plumbline diff baselines/analytics analytics",
                "  plumbline diff migrations:analytics jdbc:postgresql://db/analytics",
                "  plumbline diff before.txt after.txt --format json",
                "  plumbline diff baselines/analytics analytics --format sql > remedy.sql",
                "",
                "Exit codes: 0 equal, 1 different, 2 not all could be compared, 3 could not run, 64 wrong usage.");
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = List.of(left.get(), right.get());
        Snapshot expected;
        Snapshot actual;
        Drift drift;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Sides sides = new Sides(
                        names, common.configurationFile(), showCreate.asked(), common.environment(), progress)) {
            List<IgnoreRule> ignoring = ignoring(sides);
            sides.prepare(names);
            List<Snapshot> both = sides.readBoth(left.get(), right.get());
            expected = both.get(0);
            actual = both.get(1);
            drift = Differ.compare(expected, actual).ignoring(ignoring);
        }
        Map<String, String> unasked = Differ.unasked(expected, actual);
        switch (format.orElse(Format.TEXT)) {
            case TEXT -> DriftText.text(drift, common.color(), common.out());
            case JSON -> DriftText.json(drift, unasked, common.out());
            case SQL ->
                RemedyText.write(
                        Remedy.of(expected, actual, drift),
                        actual.engine(),
                        left.get(),
                        right.get(),
                        allowDestructive.orElse(false),
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
            return sides.ignoring(ignored.orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw wrong("--ignore: " + e.getMessage());
        }
    }

    private static int code(List<Change> changes, Drift drift) {
        if (!changes.isEmpty()) {
            return Exit.FINDINGS;
        }
        return drift.uncompared().isEmpty() ? Exit.OK : Exit.NO_EVIDENCE;
    }
}
