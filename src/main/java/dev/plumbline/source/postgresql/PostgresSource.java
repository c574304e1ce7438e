package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog;
import dev.plumbline.source.Lane;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One database, read when asked, over two connections where the server lets both see one moment. */
record PostgresSource(Endpoint endpoint, Kinds kinds) implements Source {

    @Override
    public Reading read() {
        return Deadline.within(endpoint, this::read);
    }

    private Reading read(Deadline deadline) {
        PostgresUrl url = PostgresUrl.of(endpoint);
        Scope scope = new Scope(url.schema(), endpoint.schemas());
        try (Session session = Session.open(endpoint, url, scope, deadline)) {
            List<Reading.Statement> second = new CopyOnWriteArrayList<>();
            Reading reading = read(
                    session,
                    scope,
                    () -> session.beside(url, deadline).map(beside -> {
                        second.addAll(beside.statements());
                        return new Lane(beside.connection(), new PostgresDialect(endpoint, scope, beside));
                    }));
            return with(second, reading);
        } catch (SQLException e) {
            throw ConnectionProblem.broken(endpoint, e);
        }
    }

    /** Over one connection only. */
    Reading read(Session session, Scope scope) throws SQLException {
        return read(session, scope, Lane.Opener.NONE);
    }

    private Reading read(Session session, Scope scope, Lane.Opener second) throws SQLException {
        Reading reading = new JdbcCatalog(
                        Catalog.load(PostgresReader.ENGINE),
                        kinds,
                        session.facts().version(),
                        new PostgresDialect(endpoint, scope, session))
                .read(session.connection(), second, endpoint.own());
        return with(session.statements(), reading);
    }

    private static Reading with(List<Reading.Statement> more, Reading reading) {
        List<Reading.Statement> statements = new ArrayList<>(more);
        statements.addAll(reading.statements());
        return new Reading(reading.snapshot(), statements);
    }
}
