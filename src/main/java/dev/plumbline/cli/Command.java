package dev.plumbline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command: what it takes, and what it does. It tells picocli what it takes by its own hand and not by annotations, which
 * cost a start as long as to log in to a server.
 */
abstract class Command implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** @param description a paragraph each */
    Command(String name, String... description) {
        spec.name(name).versionProvider(new Main.Version());
        spec.usageMessage().description(description);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Lines below the options in the help. */
    final void footer(String... lines) {
        spec.usageMessage().footer(lines);
    }

    final void subcommand(Command command) {
        spec.addSubcommand(command.spec.name(), command.spec);
    }

    /** One that is given or not. */
    final Given<Boolean> flag(String description, String... names) {
        return takes(OptionSpec.builder(names).type(boolean.class).description(description));
    }

    /** One with a value. */
    final <T> Given<T> option(Class<T> type, String label, String description, String... names) {
        return takes(OptionSpec.builder(names).type(type).paramLabel(label).description(description));
    }

    /** A word that must stand there. */
    final Given<String> word(String label, String description) {
        return takes(PositionalParamSpec.builder()
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(description));
    }

    /** Any number of words. */
    final Given<List<String>> words(String label, String description) {
        return words("0..*", label, description);
    }

    /** @param index the places they may stand at, such as {@code 1..*} */
    final Given<List<String>> words(String index, String label, String description) {
        return takes(PositionalParamSpec.builder()
                .index(index)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description));
    }

    /** An option whose values are many words. */
    static OptionSpec.Builder list(String name) {
        return OptionSpec.builder(name).type(List.class).auxiliaryTypes(String.class);
    }

    final <T> Given<T> takes(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Given<>(option);
    }

    final <T> Given<T> takes(PositionalParamSpec.Builder builder) {
        PositionalParamSpec parameter = builder.build();
        spec.addPositional(parameter);
        return new Given<>(parameter);
    }

    /** Words that cannot be used together, or mean nothing; {@link Main} answers with the way to the help. */
    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** What a command does that only holds others: it shows which. */
    final int usage() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }
}
