package dev.plumbline.report;

import dev.plumbline.drift.remedy.Remedy.Statement;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A remedy as a script. What destroys data stands in it as a comment unless it was asked for, and what has no
 * statement is said, so that nobody takes the script for the whole of it.
 */
public final class RemedyText {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final String COMMENT = "-- ";

    private RemedyText() {}

    /**
     * @param engine of the side that is to be changed; the client of MySQL and MariaDB needs another delimiter around
     *     bodies that hold semicolons
     * @param expected the name of the side that stays
     * @param actual the name of the side that is to become equal to it
     */
    public static void write(
            List<Statement> statements,
            String engine,
            String expected,
            String actual,
            boolean allowDestructive,
            Appendable out)
            throws IOException {
        long unknown = statements.stream().filter(s -> !s.known()).count();
        long destructive = statements.stream().filter(Statement::destroysData).count();
        comment("Turns " + actual + " into " + expected + ". Read it before you run it; nothing was executed.", out);
        comment(
                count(statements.size() - unknown, "statement") + ", " + count(destructive, "statement")
                        + " that may destroy data"
                        + (destructive == 0 || allowDestructive
                                ? ""
                                : " (commented out; --allow-destructive prints them to run)")
                        + ", " + count(unknown, "change") + " without a known statement.",
                out);
        for (Statement statement : statements) {
            out.append('\n');
            if (!statement.note().isEmpty()) {
                comment((statement.destroysData() ? "DESTROYS DATA: " : "") + statement.note(), out);
            }
            if (statement.known()) {
                print(statement, engine, statement.destroysData() && !allowDestructive, out);
            }
        }
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void print(Statement statement, String engine, boolean disabled, Appendable out) throws IOException {
        boolean mysql = engine.equals("mysql") || engine.equals("mariadb");
        String delimiter = mysql && statement.text().contains(";") ? "//" : ";";
        String text = delimiter.equals(";")
                ? statement.text() + ";"
                : "DELIMITER //\n" + statement.text() + "\n//\nDELIMITER ;";
        if (disabled) {
            comment(text, out);
        } else {
            out.append(text).append('\n');
        }
    }

    /** Each line is a comment of its own: a name with a line end in it must not end the comment. */
    private static void comment(String text, Appendable out) throws IOException {
        for (String line : LINE_END.split(text, -1)) {
            out.append(COMMENT).append(line).append('\n');
        }
    }
}
