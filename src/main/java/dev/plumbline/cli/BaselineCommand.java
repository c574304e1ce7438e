package dev.plumbline.cli;

import dev.plumbline.audit.Baselines;
import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.ExistingDebt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything about baselines. */
final class BaselineCommand extends Command {

    BaselineCommand() {
        super("baseline", "Approved snapshots, committed under baselines/.");
        subcommand(new Accept());
    }

    @Override
    public Integer call() {
        return usage();
    }

    /** The only thing that writes baselines. */
    private static final class Accept extends Command {

        private final Common common = new Common(this);
        private final Given<List<String>> arguments =
                words("TARGET|PATH", "Targets (otherwise all), then paths such as table:public.orders.");
        private final Given<Boolean> findings = flag(
                "Freeze the failures that the rules find now, one line each, in findings.frozen beside the baseline."
                        + " 'project' stands for findings in files.",
                "--findings");
        private final Given<Boolean> acceptNew =
                flag("With --findings: let debt that is already frozen grow.", "--accept-new");
        private final Given<Boolean> prune =
                flag("Take frozen findings out that are mended, or whose rule is gone.", "--prune");
        private final Given<Boolean> packs =
                flag("Note the digests of the rule packs in force instead, so that a changed pack shows.", "--packs");

        Accept() {
            super(
                    "accept",
                    "Makes what targets are now their baseline, and shows what it accepts.",
                    "With paths, only changes at and below them are accepted.",
                    "With --findings, today's findings are frozen instead, as existing debt: they stay in every report and"
                            + " fail no run, new ones do. The baseline itself stays as it is.");
            footer(
                    "",
                    "Examples:",
                    "  plumbline baseline accept",
                    "  plumbline baseline accept analytics table:analytics.calls index:reports.runs.runs_idx",
                    "  plumbline baseline accept --findings               freeze what the rules find today",
                    "  plumbline baseline accept --findings --accept-new  let frozen debt grow; every report says so",
                    "  plumbline baseline accept --prune                  take out what is mended");
        }

        @Override
        public Integer call() throws IOException {
            Configuration configuration = common.configuration();
            List<String> words = arguments.orElse(List.of());
            ExistingDebt.Wish wish =
                    new ExistingDebt.Wish(findings.orElse(false), acceptNew.orElse(false), prune.orElse(false));
            check(words, wish);
            if (wish.freeze() || wish.prune()) {
                try (TerminalProgress progress =
                        new TerminalProgress(common.err(), common.quiet(), Common.terminal())) {
                    new ExistingDebt(configuration, progress)
                            .update(words, wish, line -> common.out().println(line));
                }
                return Exit.OK;
            }
            List<String> targets = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            words.forEach(a -> (a.contains(":") ? paths : targets).add(a));
            try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                    Baselines baselines = new Baselines(configuration, progress)) {
                if (packs.orElse(false)) {
                    baselines.acceptPacks(line -> common.out().println(line));
                } else {
                    baselines.accept(targets, paths, line -> common.out().println(line));
                }
            }
            return Exit.OK;
        }

        private void check(List<String> words, ExistingDebt.Wish wish) {
            boolean debt = wish.freeze() || wish.prune();
            if (wish.acceptNew() && !wish.freeze()) {
                throw wrong("--accept-new belongs to --findings");
            }
            if (packs.orElse(false) && (debt || !words.isEmpty())) {
                throw wrong("--packs stands alone: it accepts no targets and no findings");
            }
            if (debt && words.stream().anyMatch(a -> a.contains(":"))) {
                throw wrong("findings are frozen for whole targets; a single one is accepted with a waiver");
            }
        }
    }
}
