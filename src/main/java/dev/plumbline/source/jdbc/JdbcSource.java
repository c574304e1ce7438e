package dev.plumbline.source.jdbc;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViews;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.tools.options.ConfigUtility;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/** Lets SchemaCrawler read the whole catalogue over one connection. */
final class JdbcSource implements Source {

    /** Schemas of the servers themselves. */
    private static final String SYSTEM_SCHEMAS =
            "(?i)(.*\\.)?(\"?)(INFORMATION_SCHEMA|pg_catalog|pg_toast|SYS|SYSTEM|SYSCAT|SYSIBM|SYSSTAT|SYSTOOLS)\\2";

    /** SchemaCrawler logs at INFO what it does, URLs included; a field, since loggers are held weakly. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("schemacrawler"), Logger.getLogger("us.fatehi"));

    private final Endpoint endpoint;
    private final Kinds kinds;

    JdbcSource(Endpoint endpoint, Kinds kinds) {
        this.endpoint = endpoint;
        this.kinds = kinds;
    }

    @Override
    public Reading read() {
        return Deadline.within(endpoint, this::read);
    }

    private Reading read(Deadline deadline) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        long start = System.nanoTime();
        try (Connection connection = JdbcConnection.open(endpoint)) {
            deadline.guard(connection);
            connection.setReadOnly(true);
            String product = connection.getMetaData().getDatabaseProductName();
            String engine = product.toLowerCase(Locale.ROOT);
            DatabaseConnectionSource source = DatabaseConnectionSources.fromConnection(connection);
            SchemaRetrievalOptions retrieval =
                    InformationSchema.complete(SchemaCrawlerUtility.matchSchemaRetrievalOptions(source), connection);
            Catalog catalog =
                    SchemaCrawlerUtility.getCatalog(source, retrieval, options(connection), ConfigUtility.newConfig());
            List<Fact> facts = new CrawledFacts(kinds, endpoint.schemas(), engine).facts(catalog);
            Coverage coverage = Coverage.of(coverage(engine, product, retrieval.getInformationSchemaViews(), facts));
            long micros = (System.nanoTime() - start) / 1_000;
            return new Reading(
                    new Snapshot(engine, kinds, facts, coverage),
                    List.of(new Reading.Statement("crawl", "what SchemaCrawler asks", facts.size(), micros)));
        } catch (SQLException e) {
            throw failed(JdbcConnection.message(e, endpoint), e);
        } catch (RuntimeException e) {
            if (e instanceof ProblemsException) {
                throw e;
            }
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private ProblemsException failed(String why, Exception cause) {
        return new ProblemsException(
                new Problem(endpoint.safeUrl(), "the catalogue could not be read: " + why, "see --debug"), cause);
    }

    /** SQLite has one schema, without a name. */
    private static boolean isUsers(@Nullable String schema) {
        return schema == null || !schema.matches(SYSTEM_SCHEMAS);
    }

    /** What the database calls its tables and views: H2 has BASE TABLE where others have TABLE. */
    private static List<String> tableTypes(Connection connection) throws SQLException {
        List<String> types = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTableTypes()) {
            while (rows.next()) {
                String type = rows.getString(1).strip();
                if ((type.contains("TABLE") || type.contains("VIEW"))
                        && !type.matches(".*(SYSTEM|TEMPORARY|CONSTANT).*")) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static SchemaCrawlerOptions options(Connection connection) throws SQLException {
        return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(JdbcSource::isUsers)
                        .tableTypes(tableTypes(connection))
                        .includeAllSequences()
                        .includeAllRoutines()
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withMaxThreads(1)
                        .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                        .toOptions());
    }

    private static Map<String, Coverage.Entry> coverage(
            String engine, String product, InformationSchemaViews views, List<Fact> facts) {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        for (String kind : List.of("server", "schema", "table", "primary_key", "foreign_key", "index")) {
            coverage.put(kind, Coverage.Entry.READ);
        }
        boolean hidden = facts.stream()
                .anyMatch(fact -> fact.text("generated_kind").isPresent()
                        && fact.text("generated").isEmpty());
        coverage.put("column", hidden ? partial(product, "the expressions of generated columns") : Coverage.Entry.READ);
        coverage.put("view", told(views, product, InformationSchemaKey.VIEWS, "the queries of views"));
        coverage.put("trigger", told(views, product, InformationSchemaKey.TRIGGERS, "triggers"));
        coverage.put(
                "unique_constraint",
                told(views, product, InformationSchemaKey.TABLE_CONSTRAINTS, "unique constraints"));
        coverage.put(
                "check_constraint", told(views, product, InformationSchemaKey.CHECK_CONSTRAINTS, "check constraints"));
        coverage.put("sequence", told(views, product, InformationSchemaKey.SEQUENCES, "sequences"));
        coverage.put("routine", told(views, product, InformationSchemaKey.ROUTINES, "the bodies of routines"));
        if (engine.equals("sqlite")) {
            for (String kind : List.of("sequence", "routine")) {
                coverage.put(kind, new Coverage.Entry(Coverage.Status.UNSUPPORTED, product + " has none"));
            }
        }
        return coverage;
    }

    private static Coverage.Entry told(
            InformationSchemaViews views, String product, InformationSchemaKey key, String what) {
        return views.hasQuery(key) ? Coverage.Entry.READ : partial(product, what);
    }

    private static Coverage.Entry partial(String product, String what) {
        return new Coverage.Entry(
                Coverage.Status.PARTIAL, "neither JDBC nor SchemaCrawler tells " + what + " of " + product);
    }
}
