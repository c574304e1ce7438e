package dev.plumbline.audit;

/** Hears what an audit is busy with, from several threads at once; see also what sandboxes say. */
public interface Progress extends dev.plumbline.sandbox.Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** Migrations run on a target's sandbox. */
    default void migrating(String target) {}

    /** A target, or the project's files, are read. */
    default void reading(String target) {}

    /** Rules are judged. */
    default void judging(int rules) {}

    /** A message for people: a warning, a proof, a file that was written. */
    default void message(String text) {}
}
