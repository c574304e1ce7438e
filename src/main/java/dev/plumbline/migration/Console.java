package dev.plumbline.migration;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.sqlmigration.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs statements on a sandbox. There is none for live databases: what they hold, nobody here changes. */
interface Console extends AutoCloseable {

    /** @throws ConsoleException with the server's words */
    void run(String statement);

    @Override
    void close();

    static Console open(Sandbox sandbox, String database) {
        Endpoint endpoint = sandbox.endpoint(database);
        return sandbox.engine().equals("cassandra") ? new CqlConsole(endpoint) : new JdbcConsole(endpoint);
    }

    /**
     * Runs all statements of a file.
     *
     * @param name the file's name in messages
     * @throws ProblemsException naming {@code file:line} of the statement that failed
     */
    default void runFile(Path file, String name, String engine) {
        for (Statements.Statement statement : Statements.split(text(file), engine)) {
            try {
                run(statement.text());
            } catch (ConsoleException e) {
                throw new ProblemsException(
                        new Problem(
                                name + ":" + statement.line(),
                                "the " + engine + " sandbox refuses the statement: " + e.getMessage(),
                                "mend the migration"),
                        e);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(file.toString(), "cannot be read as UTF-8 text: " + e.getMessage(), "check the file"),
                    e);
        }
    }

    /** A server refused a statement. */
    final class ConsoleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConsoleException(Exception cause) {
            super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
        }
    }
}
