package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One database, read when asked. */
record PostgresSource(Endpoint endpoint, Kinds kinds) implements Source {

    @Override
    public Reading read() {
        return Deadline.within(endpoint, this::read);
    }

    private Reading read(Deadline deadline) {
        PostgresUrl url = PostgresUrl.of(endpoint);
        Scope scope = new Scope(url.schema(), endpoint.schemas());
        try (Session session = Session.open(endpoint, url, scope, deadline)) {
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
                .read(session.connection(), endpoint.own());
        List<Reading.Statement> statements = new ArrayList<>(session.statements());
        statements.addAll(reading.statements());
        return new Reading(reading.snapshot(), statements);
    }
}
