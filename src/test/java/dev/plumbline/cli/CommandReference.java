package dev.plumbline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help of every command as one page. */
public final class CommandReference {

    private CommandReference() {}

    /** Markdown. */
    public static String text() {
        StringBuilder out = new StringBuilder("# Commands\n\nWhat `--help` says of each, generated.\n");
        append(Main.whole(), out);
        return out.toString();
    }

    private static void append(CommandLine command, StringBuilder out) {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        out.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n```\n")
                .append(command.getUsageMessage(Ansi.OFF)
                        .replace(System.lineSeparator(), "\n")
                        .strip())
                .append("\n```\n");
        command.getSubcommands().values().forEach(sub -> append(sub, out));
    }
}
