package dev.plumbline.fact;

/**
 * Something a person has to mend before a run can go on.
 *
 * @param where the place, as {@code file:line:column}, a target's name or a command-line option; may be empty
 * @param what what is wrong, in one sentence without a full stop
 * @param mend what to do about it; may be empty
 */
public record Problem(String where, String what, String mend) {

    /** The problem as one line: {@code where: what; mend}. */
    @Override
    public String toString() {
        String start = where.isEmpty() ? "" : where + ": ";
        return start + what + (mend.isEmpty() ? "" : "; " + mend);
    }
}
