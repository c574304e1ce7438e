package dev.plumbline.source;

import dev.plumbline.fact.Kinds;
import java.util.List;

/** Reads databases of some engines. There is one for each leaf package that knows a database. */
public interface DatabaseReader {

    /** Engines this reader knows, as configuration and snapshots name them. */
    List<String> engines();

    /** Whether a URL leads to such an engine. */
    boolean accepts(String url);

    /**
     * A source that connects when it is read, and closes what it opened.
     *
     * @param kinds all kinds of the program, see {@link Catalog#allKinds}
     */
    Source open(Endpoint endpoint, Kinds kinds);
}
