package dev.plumbline.source.sqlmigration;

import dev.plumbline.source.SqlScript;
import java.util.List;

/**
 * Splits a script into statements as the engines' own clients do: semicolons inside quotes, comments, bodies of
 * routines, {@code BEGIN BATCH … APPLY BATCH} and behind MySQL's {@code DELIMITER} separate nothing.
 */
public final class Statements {

    private Statements() {}

    /**
     * A statement without its delimiter.
     *
     * @param line where its first word stands, from 1
     */
    public record Statement(String text, int line) {}

    /**
     * @param engine {@code postgresql}, {@code mysql}, {@code mariadb} or {@code cassandra}
     * @return statements that hold more than comments
     */
    public static List<Statement> split(String text, String engine) {
        return SqlScript.split(text, SqlScript.Dialect.of(engine)).stream()
                .map(s -> new Statement(s.text(), s.line()))
                .toList();
    }
}
