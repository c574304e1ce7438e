package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One database, read when asked. */
record PostgresSource(Endpoint endpoint, Kinds kinds) implements Source {

    private static final Set<String> VIEWS = Set.of("view", "materialized_view");

    @Override
    public Reading read() {
        PostgresUrl url = PostgresUrl.of(endpoint);
        Scope scope = new Scope(url.schema(), endpoint.schemas());
        try (Session session = Session.open(endpoint, url, scope)) {
            return read(session, scope);
        } catch (SQLException e) {
            throw ConnectionProblem.broken(endpoint, e);
        }
    }

    Reading read(Session session, Scope scope) throws SQLException {
        Reading reading = new JdbcCatalog(
                        Catalog.load(PostgresReader.ENGINE),
                        kinds,
                        session.facts().version(),
                        new PostgresDialect(endpoint, scope, session))
                .read(session.connection());
        List<Reading.Statement> statements = new ArrayList<>(session.statements());
        statements.addAll(reading.statements());
        boolean older = session.facts().version().matches("< 16");
        return new Reading(older ? unqualified(reading.snapshot()) : reading.snapshot(), statements);
    }

    private static Snapshot unqualified(Snapshot snapshot) {
        List<Fact> facts = snapshot.facts().stream()
                .map(fact -> VIEWS.contains(fact.kind().name()) ? unqualified(fact) : fact)
                .toList();
        return new Snapshot(snapshot.engine(), snapshot.kinds(), facts, snapshot.coverage());
    }

    private static Fact unqualified(Fact fact) {
        Map<String, @Nullable Object> attributes = new TreeMap<>();
        fact.kind().attributes().forEach(a -> attributes.put(a.name(), fact.get(a.name())));
        fact.text("definition").ifPresent(text -> attributes.put("definition", Qualifiers.drop(text)));
        return Fact.of(fact.kind(), fact.path(), attributes);
    }
}
