package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import java.util.List;

/**
 * The statements that turn an actual database into the expected one, written from the facts of both. They are for
 * people to read and run: nothing here opens a connection.
 *
 * <p>Names, comments and accounts are quoted, whatever they hold. Types, expressions, queries and bodies are SQL
 * already and stand as the snapshot has them, so that a remedy is as trustworthy as the expected snapshot.
 */
public final class Remedy {

    private Remedy() {}

    /**
     * @param text one statement without its end; empty if none is known, and then the note says for what
     * @param note why the statement needs attention, one line for people; empty for none
     * @param destroysData whether rows, values or the position of a sequence may be lost
     */
    public record Statement(String text, String note, boolean destroysData) {

        /** Whether there is a statement at all. */
        public boolean known() {
            return !text.isEmpty();
        }
    }

    /**
     * Statements in the order in which they run. Each change of the drift leads to at least one, which may be a
     * statement that is not known; a relative snapshot leads to names without a schema.
     *
     * @param drift of these two snapshots; what it ignores is left alone
     */
    public static List<Statement> of(Snapshot expected, Snapshot actual, Drift drift) {
        Script script = new Script();
        new Plan(expected, actual, script).write(drift);
        return script.statements();
    }
}
