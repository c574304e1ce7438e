package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.fact.ProblemsException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that all commands have. */
final class Common {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration; otherwise plumbline.yaml in this folder or the nearest above it.")
    private @Nullable Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no messages, only results and errors.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours; NO_COLOR does the same.")
    private boolean noColor;

    /** Declared for help only: {@link Main} looks at the arguments, for an error may come before this object does. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--debug", description = "Stack traces with errors.")
    private boolean debug;

    @Option(
            names = "--lang",
            paramLabel = "en|es",
            description = "The language of what is printed; otherwise the configuration's.")
    private @Nullable String language;

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    boolean quiet() {
        return quiet;
    }

    /** Whether to colour what goes to standard output. */
    boolean color() {
        return !noColor && System.getenv("NO_COLOR") == null && terminal();
    }

    /** Whether a person looks at a terminal; progress is drawn only then. */
    static boolean terminal() {
        return Ansi.AUTO.enabled();
    }

    /** @throws picocli.CommandLine.ParameterException for a language there is no text in */
    String language(Configuration configuration) {
        String chosen = language == null ? configuration.language() : language;
        if (!chosen.equals("en") && !chosen.equals("es")) {
            throw new picocli.CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--lang is en or es, not '" + chosen + "'");
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
        if (config != null) {
            return Optional.of(config);
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
