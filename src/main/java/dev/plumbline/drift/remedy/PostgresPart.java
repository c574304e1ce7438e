package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.Map;
import java.util.Set;

/** Kinds of PostgreSQL's that are made, changed and dropped apart from tables. */
interface PostgresPart {

    Set<String> kinds();

    /** Whether there is a statement that makes it; its comment and its owner follow. */
    boolean create(Fact fact);

    /** Whether there is a statement that drops it. */
    boolean drop(Fact fact, FactPath path);

    /** Takes the changes that it has a statement for. */
    void change(Fact before, Fact after, Map<String, Change> changes);
}
