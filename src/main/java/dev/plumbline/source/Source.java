package dev.plumbline.source;

/** Reads facts of one target or one part of the project. */
public interface Source {

    /**
     * Reads everything once.
     *
     * @throws dev.plumbline.fact.ProblemsException if nothing can be said at all: no server, no such folder, a wrong
     *     password. What can be said in part is said in part, with its {@link dev.plumbline.fact.Coverage}.
     */
    Reading read();
}
