package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    /** Only the command that stands first is built; nobody must notice. */
    @Test
    void aCommandAloneIsWhatItIsAmongAllOthers() {
        Map<String, CommandLine> all = Main.commandLine().getSubcommands();
        assertThat(all).hasSizeGreaterThan(9);
        all.forEach((name, command) -> {
            CommandLine alone = Main.commandLine(name, "--help");
            assertThat(alone.getSubcommands()).containsOnlyKeys(name);
            assertThat(alone.getSubcommands().get(name).getUsageMessage()).isEqualTo(command.getUsageMessage());
            assertThat(command.getCommandName()).isEqualTo(name);
        });
    }

    @Test
    void withoutACommandAllAreKnown() {
        assertThat(Terminal.run("--help").out()).contains("check", "snapshot", "diff", "init");
        assertThat(Terminal.run("snapsot").err()).contains("snapshot");
        assertThat(Terminal.run("--version").out()).startsWith("plumbline ");
        assertThat(Terminal.run("--version", "check")).isEqualTo(Terminal.run("--version"));
    }
}
