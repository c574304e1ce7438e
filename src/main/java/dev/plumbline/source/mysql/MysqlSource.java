package dev.plumbline.source.mysql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Reading.Statement;
import dev.plumbline.source.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One server, or one schema of it, read over one connection. */
final class MysqlSource implements Source {

    private final Endpoint endpoint;
    private final Kinds kinds;
    private final Optional<String> engine;

    /** @param engine what the server is said to be; nothing if either will do */
    MysqlSource(Endpoint endpoint, Kinds kinds, Optional<String> engine) {
        this.endpoint = endpoint;
        this.kinds = kinds;
        this.engine = engine;
    }

    @Override
    public Reading read() {
        return Deadline.within(endpoint, this::read);
    }

    private Reading read(Deadline deadline) {
        try (Session session = Session.open(endpoint, deadline)) {
            String actual = session.version().flavour();
            if (engine.isPresent() && !engine.get().equals(actual)) {
                throw DatabaseReader.otherEngine(endpoint, actual + " " + session.version(), engine.get());
            }
            Catalog catalog = Catalog.load("mysql");
            MysqlDialect dialect = new MysqlDialect(session, endpoint, catalog);
            Reading reading = new JdbcCatalog(catalog, kinds, session.version(), dialect)
                    .read(session.connection(), endpoint.own());
            List<Statement> statements = new ArrayList<>(session.statements());
            statements.addAll(reading.statements());
            return new Reading(reading.snapshot(), statements);
        } catch (SQLException e) {
            throw new ProblemsException(
                    new Problem(
                            endpoint.safeUrl(),
                            "the connection broke while the catalogue was read",
                            "nothing was written; run again, and look into the server's log if it happens again"),
                    e);
        }
    }
}
