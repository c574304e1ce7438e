package dev.plumbline.cli;

import dev.plumbline.audit.Baselines;
import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.ExistingDebt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** Everything about baselines. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Approved snapshots, committed under baselines/.",
        subcommands = BaselineCommand.Accept.class)
final class BaselineCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }

    /** The only thing that writes baselines. */
    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = {
                "Makes what targets are now their baseline, and shows what it accepts.",
                "With paths, only changes at and below them are accepted.",
                "With --findings, today's findings are frozen instead, as existing debt: they stay in every report and"
                        + " fail no run, new ones do. The baseline itself stays as it is."
            },
            footer = {
                "",
                "Examples:",
                "  plumbline baseline accept",
                "  plumbline baseline accept analytics table:analytics.calls index:reports.runs.runs_idx",
                "  plumbline baseline accept --findings               freeze what the rules find today",
                "  plumbline baseline accept --findings --accept-new  let frozen debt grow; every report says so",
                "  plumbline baseline accept --prune                  take out what is mended"
            })
    static final class Accept implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private Common common = new Common();

        @Parameters(
                paramLabel = "TARGET|PATH",
                arity = "0..*",
                description = "Targets (otherwise all), then paths such as table:public.orders.")
        private List<String> arguments = List.of();

        @Option(
                names = "--findings",
                description = "Freeze the failures that the rules find now, one line each, in findings.frozen beside"
                        + " the baseline. 'project' stands for findings in files.")
        private boolean findings;

        @Option(names = "--accept-new", description = "With --findings: let debt that is already frozen grow.")
        private boolean acceptNew;

        @Option(names = "--prune", description = "Take frozen findings out that are mended, or whose rule is gone.")
        private boolean prune;

        @Option(
                names = "--packs",
                description = "Note the digests of the rule packs in force instead, so that a changed pack shows.")
        private boolean packs;

        @Override
        public Integer call() throws IOException {
            Configuration configuration = common.configuration();
            checkOptions();
            if (findings || prune) {
                try (TerminalProgress progress =
                        new TerminalProgress(common.err(), common.quiet(), Common.terminal())) {
                    new ExistingDebt(configuration, progress)
                            .update(
                                    arguments,
                                    new ExistingDebt.Wish(findings, acceptNew, prune),
                                    line -> common.out().println(line));
                }
                return Exit.OK;
            }
            List<String> targets = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            arguments.forEach(a -> (a.contains(":") ? paths : targets).add(a));
            try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                    Baselines baselines = new Baselines(configuration, progress)) {
                if (packs) {
                    baselines.acceptPacks(line -> common.out().println(line));
                } else {
                    baselines.accept(targets, paths, line -> common.out().println(line));
                }
            }
            return Exit.OK;
        }

        private void checkOptions() {
            String wrong = "";
            if (acceptNew && !findings) {
                wrong = "--accept-new belongs to --findings";
            } else if (packs && (findings || prune || !arguments.isEmpty())) {
                wrong = "--packs stands alone: it accepts no targets and no findings";
            } else if ((findings || prune) && arguments.stream().anyMatch(a -> a.contains(":"))) {
                wrong = "findings are frozen for whole targets; a single one is accepted with a waiver";
            }
            if (!wrong.isEmpty()) {
                throw new ParameterException(Objects.requireNonNull(spec).commandLine(), wrong);
            }
        }
    }
}
