package dev.plumbline.migration;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.sqlmigration.Script;
import dev.plumbline.source.sqlmigration.ScriptFolder;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs migrations on a sandbox, as their own tool would on a fresh database. */
public final class Replay {

    private final Sandbox sandbox;
    private final String database;
    private final Path root;

    /**
     * @param database where the migrations run; empty for Cassandra
     * @param root the project's folder, to which file names in messages are relative
     */
    public Replay(Sandbox sandbox, String database, Path root) {
        this.sandbox = sandbox;
        this.database = database;
        this.root = root;
    }

    /**
     * Runs all migrations of a folder: Flyway's by Flyway, which leaves its history table; others in their order.
     *
     * @throws ProblemsException naming the file and line of a statement that fails
     */
    public void migrate(ScriptFolder folder) {
        if (folder.tool().equals("flyway")) {
            flyway(folder.folder());
            return;
        }
        try (Console console = Console.open(sandbox, database)) {
            for (Script script : folder.scripts()) {
                console.runFile(script.up(), relative(script.up()), sandbox.engine());
            }
        }
    }

    /** Runs scripts that are no migrations. */
    public void run(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        try (Console console = Console.open(sandbox, database)) {
            files.forEach(file -> console.runFile(file, relative(file), sandbox.engine()));
        }
    }

    private void flyway(Path folder) {
        Endpoint endpoint = sandbox.endpoint(database);
        try {
            Flyway.configure()
                    .dataSource(
                            endpoint.url(),
                            endpoint.user().orElse(""),
                            endpoint.password().value().orElse(""))
                    .locations("filesystem:" + folder)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new ProblemsException(
                    new Problem(relative(folder), "Flyway refuses the migrations: " + reason(e), "mend the migration"),
                    e);
        }
    }

    /** Flyway's messages are tables of many lines; what matters is named in a few of them. */
    private static String reason(FlywayException e) {
        List<String> lines = String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(?:Message|Location|Line)\\s*:.*|Script .*"))
                .toList();
        return lines.isEmpty()
                ? String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                : String.join("; ", lines);
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
