package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All facts of the answers. Each shape knows the kinds that share rows. */
final class Shapes {

    private final Answers answers;
    private final ClusterShape cluster;
    private final IndexShape indexes;

    Shapes(Answers answers) {
        this.answers = answers;
        this.cluster = new ClusterShape(answers);
        this.indexes = new IndexShape(answers);
    }

    List<Fact> facts() {
        ColumnShape columns = new ColumnShape(answers);
        return Stream.of(
                        cluster.facts(),
                        new RoleShape(answers).facts(),
                        columns.facts(),
                        new TableShape(answers, columns).facts(),
                        indexes.facts(),
                        new RoutineShape(answers).facts(),
                        new GrantShape(answers).facts())
                .flatMap(facts -> facts)
                .toList();
    }

    /** Whether some index or view is not complete. */
    boolean pending() {
        return indexes.pending().findAny().isPresent();
    }

    /** Why the schema that was read cannot be trusted: other nodes hold another one. */
    Optional<String> disagreement() {
        return cluster.disagreement();
    }
}
