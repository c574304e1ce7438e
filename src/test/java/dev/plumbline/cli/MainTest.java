package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    /** Only the command that stands first is built; nobody must notice. */
    @Test
    void aCommandAloneIsWhatItIsAmongAllOthers() {
        Map<String, CommandLine> all = Main.whole().getSubcommands();
        assertThat(all).hasSizeGreaterThan(9);
        all.forEach((name, command) -> {
            assertThat(Main.alone(name).getUsageMessage()).isEqualTo(command.getUsageMessage());
            assertThat(command.getCommandName()).isEqualTo(name);
            assertThat(Terminal.run(name, "--version")).isEqualTo(Terminal.run("--version"));
        });
    }

    @Test
    void withoutACommandAllAreKnown() {
        assertThat(Terminal.run("--help").out()).contains("check", "snapshot", "diff", "init");
        assertThat(Terminal.run("snapsot").err()).contains("snapshot");
        assertThat(Terminal.run("--version").out()).startsWith("plumbline ");
        assertThat(Terminal.run("rules", "list", "--version")).isEqualTo(Terminal.run("--version"));
        assertThat(Terminal.run("--version", "check")).isEqualTo(Terminal.run("--version"));
    }
}
