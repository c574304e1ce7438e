package dev.plumbline.cli;

import dev.plumbline.audit.Baselines;
import dev.plumbline.audit.Configuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
                "With paths, only changes at and below them are accepted."
            },
            footer = {
                "",
                "Examples:",
                "  plumbline baseline accept",
                "  plumbline baseline accept analytics table:analytics.calls index:reports.runs.runs_idx"
            })
    static final class Accept implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(
                paramLabel = "TARGET|PATH",
                arity = "0..*",
                description = "Targets (otherwise all), then paths such as table:public.orders.")
        private List<String> arguments = List.of();

        @Override
        public Integer call() throws IOException {
            Configuration configuration = common.configuration();
            List<String> targets = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            arguments.forEach(a -> (a.contains(":") ? paths : targets).add(a));
            try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                    Baselines baselines = new Baselines(configuration, progress)) {
                baselines.accept(targets, paths, line -> common.out().println(line));
            }
            return Exit.OK;
        }
    }
}
