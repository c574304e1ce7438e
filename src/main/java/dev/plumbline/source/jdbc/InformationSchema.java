package dev.plumbline.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViews;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;

/**
 * Lets SchemaCrawler ask the views of the SQL standard's information schema, as far as the database has them, where
 * SchemaCrawler knows no queries of its own for that database.
 */
final class InformationSchema {

    /** The columns of these views have the names that SchemaCrawler expects, for it follows the standard too. */
    private static final Map<InformationSchemaKey, String> VIEWS = Map.of(
            InformationSchemaKey.VIEWS, "VIEWS",
            InformationSchemaKey.TABLE_CONSTRAINTS, "TABLE_CONSTRAINTS",
            InformationSchemaKey.CHECK_CONSTRAINTS, "CHECK_CONSTRAINTS",
            InformationSchemaKey.CONSTRAINT_COLUMN_USAGE, "KEY_COLUMN_USAGE",
            InformationSchemaKey.ROUTINES, "ROUTINES");

    private static final String GENERATED = """
            SELECT TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, GENERATION_EXPRESSION
              FROM INFORMATION_SCHEMA.COLUMNS
             WHERE GENERATION_EXPRESSION IS NOT NULL""";

    private static final String SEQUENCES = """
            SELECT SEQUENCE_CATALOG, SEQUENCE_SCHEMA, SEQUENCE_NAME, "INCREMENT", START_VALUE,
                   MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION
              FROM INFORMATION_SCHEMA.SEQUENCES""";

    private static final String TRIGGERS = """
            SELECT TRIGGER_CATALOG, TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_MANIPULATION, EVENT_OBJECT_CATALOG,
                   EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, 0 AS ACTION_ORDER, '' AS ACTION_CONDITION,
                   ACTION_ORIENTATION, ACTION_TIMING AS CONDITION_TIMING, %s AS ACTION_STATEMENT
              FROM INFORMATION_SCHEMA.TRIGGERS""";

    /** JDBC tells neither the order nor the predicate of SQLite's indexes. */
    private static final String SQLITE_INDEXES = """
            SELECT NULL AS INDEX_CATALOG, NULL AS INDEX_SCHEMA, name AS INDEX_NAME, NULL AS TABLE_CATALOG,
                   NULL AS TABLE_SCHEMA, tbl_name AS TABLE_NAME, sql AS INDEX_DEFINITION, NULL AS REMARKS
              FROM sqlite_master
             WHERE type = 'index' AND sql IS NOT NULL""";

    private InformationSchema() {}

    static SchemaRetrievalOptions complete(SchemaRetrievalOptions options, Connection connection) throws SQLException {
        InformationSchemaViews known = options.getInformationSchemaViews();
        Set<String> existing = views(connection);
        InformationSchemaViewsBuilder builder = InformationSchemaViewsBuilder.builder(known);
        if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
            builder.withSql(InformationSchemaKey.EXT_INDEXES, SQLITE_INDEXES);
        }
        if (known.isEmpty()) {
            complete(builder, existing, connection);
        }
        return SchemaRetrievalOptionsBuilder.builder(options)
                .fromConnnection(connection)
                .withInformationSchemaViews(builder.toOptions())
                .toOptions();
    }

    private static void complete(InformationSchemaViewsBuilder builder, Set<String> existing, Connection connection)
            throws SQLException {
        VIEWS.forEach((key, view) -> {
            if (existing.contains(view)) {
                builder.withSql(key, "SELECT * FROM INFORMATION_SCHEMA." + view);
            }
        });
        if (existing.contains("COLUMNS") && columns(connection, "COLUMNS").contains("GENERATION_EXPRESSION")) {
            builder.withSql(InformationSchemaKey.ADDITIONAL_COLUMN_ATTRIBUTES, GENERATED);
        }
        if (existing.contains("SEQUENCES")) {
            builder.withSql(InformationSchemaKey.SEQUENCES, SEQUENCES);
        }
        if (existing.contains("TRIGGERS")) {
            // H2's triggers are Java classes.
            String body =
                    columns(connection, "TRIGGERS").contains("ACTION_STATEMENT") ? "ACTION_STATEMENT" : "JAVA_CLASS";
            builder.withSql(InformationSchemaKey.TRIGGERS, TRIGGERS.formatted(body));
        }
    }

    private static Set<String> views(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (String schema : Set.of("INFORMATION_SCHEMA", "information_schema")) {
            try (ResultSet tables = connection.getMetaData().getTables(null, schema, "%", null)) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private static Set<String> columns(Connection connection, String view) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, "INFORMATION_SCHEMA", view, "%")) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
