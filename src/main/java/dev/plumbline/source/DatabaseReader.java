package dev.plumbline.source;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.ProblemsException;
import java.util.List;

/** Reads databases of some engines. There is one for each leaf package that knows a database. */
public interface DatabaseReader {

    /** Engines this reader knows, as configuration and snapshots name them. */
    List<String> engines();

    /** Whether a URL leads to such an engine. */
    boolean accepts(String url);

    /** Loads what takes noticeable time when it is first needed; called beside other work, and not by everyone. */
    default void prepare() {}

    /**
     * A source that connects when it is read, and closes what it opened.
     *
     * @param kinds all kinds of the program, see {@link Catalog#allKinds}
     */
    Source open(Endpoint endpoint, Kinds kinds);

    /**
     * The same for a server that is said to be of an engine; if it is another, nothing more is asked of it.
     *
     * @param engine one of {@link #engines}
     */
    default Source open(Endpoint endpoint, Kinds kinds, String engine) {
        return open(endpoint, kinds);
    }

    /** What to say of a server that is of another engine than the configuration says. */
    static ProblemsException otherEngine(Endpoint endpoint, String actual, String configured) {
        return new ProblemsException(
                endpoint.safeUrl(),
                "the server is " + actual + ", the configuration says " + configured,
                "correct 'engine:' or the address");
    }
}
