package dev.plumbline.cli;

import dev.plumbline.audit.FirstConfiguration;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a first configuration. */
final class InitCommand extends Command {

    private final Common common = new Common(this);

    InitCommand() {
        super(
                "init",
                "Writes a first plumbline.yaml for the project in this folder from what it finds there: Flyway migrations,"
                        + " pairs of up and down files, CQL, a Django project, diagrams, backups.",
                "An existing file is never overwritten.");
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        Path file = folder.resolve("plumbline.yaml");
        if (Files.exists(file)) {
            throw new ProblemsException("plumbline.yaml", "exists already", "edit it, or move it away first");
        }
        FirstConfiguration first = FirstConfiguration.of(folder);
        try {
            Files.writeString(file, first.text(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem("plumbline.yaml", "cannot be written: " + e.getMessage(), "check the folder"), e);
        }
        first.found().forEach(line -> common.out().println("found " + line));
        if (first.found().isEmpty()) {
            common.out().println("found no migrations; the file holds an example to fill in");
        }
        common.out().println("wrote plumbline.yaml");
        common.out().println("next: plumbline baseline accept, then plumbline check");
        return Exit.OK;
    }
}
