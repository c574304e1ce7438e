package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import dev.plumbline.source.ServerVersion;
import java.util.List;

/**
 * Makes equal what means the same, where a query of one kind cannot: it needs facts of several kinds, or a text to be
 * understood. Each is a class of its own whose first sentence says what it makes equal, and since when servers differ;
 * the query file of the kind declares it to users as a {@link dev.plumbline.source.NormalForm}.
 */
interface Normaliser {

    /** Changes the list in place; facts themselves are immutable and are replaced. */
    void apply(List<Fact> facts);

    /** All of them, in the order in which they must run. */
    static List<Normaliser> all(Scope scope, ServerVersion version) {
        return List.of(
                new TwinNames(version.matches("mariadb >= 10.5.10")),
                new GrantedViews(),
                new JsonAlias(),
                new ViewColumns(),
                new TableCollation(),
                new IntegerWidth(),
                new Expressions(version.matches("mariadb")),
                new RelativeViews(scope),
                new PartitionedTables(),
                new KeyTypes());
    }
}
