package dev.plumbline.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.logging.LogManager;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Table;
import schemacrawler.inclusionrule.RegularExpressionInclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/** Reads a schema once with a library, prints how many tables it found, and ends. The password is in {@code BENCH_PASSWORD}. */
final class Rival {

    private Rival() {}

    /** @param arguments the library, the address, the user, the schema */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        String url = arguments[1];
        String user = arguments[2];
        String schema = arguments[3];
        String password = System.getenv("BENCH_PASSWORD");
        int tables = switch (arguments[0]) {
            case "schemacrawler" -> schemaCrawler(url, user, password, schema);
            case "liquibase" -> liquibase(url, user, password, schema);
            case "driver" -> driver(url, user, password, schema);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println(tables);
        // Some of them leave threads behind.
        System.exit(tables == 0 ? 1 : 0);
    }

    private static int schemaCrawler(String url, String user, String password, String schema) throws Exception {
        SchemaCrawlerOptions options = SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(new RegularExpressionInclusionRule("(.*\\.)?" + schema))
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                        .toOptions());
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Catalog catalog =
                    SchemaCrawlerUtility.getCatalog(DatabaseConnectionSources.fromConnection(connection), options);
            return catalog.getTables().size();
        }
    }

    private static int liquibase(String url, String user, String password, String schema) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            if (url.contains(":postgresql:")) {
                database.setDefaultSchemaName(schema);
            }
            return SnapshotGeneratorFactory.getInstance()
                    .createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database))
                    .get(Table.class)
                    .size();
        }
    }

    /** The driver reads the whole schema when it connects; asking for it again measures nothing but that. */
    private static int driver(String url, String user, String password, String keyspace) {
        URI uri = URI.create(url);
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(uri.getHost(), uri.getPort()))
                .withLocalDatacenter("datacenter1")
                .withAuthCredentials(user, password)
                .withConfigLoader(patient(true))
                .build()) {
            Metadata metadata = session.getMetadata();
            return metadata.getKeyspace(keyspace).map(k -> k.getTables().size()).orElse(0);
        }
    }

    /** A configuration that waits as long as a large schema takes. */
    static DriverConfigLoader patient(boolean schema) {
        Duration wait = Duration.ofMinutes(2);
        return DriverConfigLoader.programmaticBuilder()
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, schema)
                // One node agrees with itself; who fills it need not ask after each statement.
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT, schema ? wait : Duration.ZERO)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, wait)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, wait)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, wait)
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, wait)
                .withBoolean(DefaultDriverOption.TIMESTAMP_GENERATOR_FORCE_JAVA_CLOCK, true)
                .build();
    }
}
