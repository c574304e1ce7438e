package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.fact.ProblemsException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Options that all commands have. */
final class Common {

    private final Command command;
    private final Given<Path> config;
    private final Given<Boolean> quiet;
    private final Given<Boolean> noColor;
    private final Given<String> language;

    Common(Command command) {
        this.command = command;
        config = command.option(
                Path.class,
                "FILE",
                "The configuration; otherwise plumbline.yaml in this folder or the nearest above it.",
                "-c",
                "--config");
        quiet = command.flag("No progress and no messages, only results and errors.", "-q", "--quiet");
        noColor = command.flag("No colours; NO_COLOR does the same.", "--no-color");
        // For the help only: Main looks at the arguments, for an error may come before this object does.
        command.flag("Stack traces with errors.", "--debug");
        language = command.option(
                String.class, "en|es", "The language of what is printed; otherwise the configuration's.", "--lang");
    }

    PrintWriter out() {
        return command.spec().commandLine().getOut();
    }

    PrintWriter err() {
        return command.spec().commandLine().getErr();
    }

    boolean quiet() {
        return quiet.orElse(false);
    }

    /** Whether to colour what goes to standard output. */
    boolean color() {
        return !noColor.orElse(false) && System.getenv("NO_COLOR") == null && terminal();
    }

    /** Whether a person looks at a terminal; progress is drawn only then. */
    static boolean terminal() {
        return Ansi.AUTO.enabled();
    }

    /** @throws picocli.CommandLine.ParameterException for a language there is no text in */
    String language(Configuration configuration) {
        String chosen = language.orElse(configuration.language());
        if (!chosen.equals("en") && !chosen.equals("es")) {
            throw command.wrong("--lang is en or es, not '" + chosen + "'");
        }
        return chosen;
    }

    Map<String, String> environment() {
        return System.getenv();
    }

    /** @throws ProblemsException if there is none, or it is faulty */
    Configuration configuration() {
        return Configuration.read(
                configurationFile()
                        .orElseThrow(() -> new ProblemsException(
                                Path.of("").toAbsolutePath().toString(),
                                "there is no plumbline.yaml here or in a folder above",
                                "write one with 'plumbline init', or see 'plumbline demo'")),
                environment());
    }

    /** The file that would be read; nothing if none is named and none is found. */
    Optional<Path> configurationFile() {
        if (config.value().isPresent()) {
            return config.value();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("plumbline.yaml");
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Where the program's own folder is, if the launcher said so. */
    static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("plumbline.home")).map(Path::of);
    }
}
