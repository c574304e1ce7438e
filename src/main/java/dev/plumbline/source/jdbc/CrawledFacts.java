package dev.plumbline.source.jdbc;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.ColumnReference;
import schemacrawler.schema.DatabaseObject;
import schemacrawler.schema.ForeignKey;
import schemacrawler.schema.ForeignKeyDeferrability;
import schemacrawler.schema.ForeignKeyUpdateRule;
import schemacrawler.schema.Index;
import schemacrawler.schema.IndexColumn;
import schemacrawler.schema.IndexColumnSortSequence;
import schemacrawler.schema.PrimaryKey;
import schemacrawler.schema.Routine;
import schemacrawler.schema.RoutineType;
import schemacrawler.schema.Schema;
import schemacrawler.schema.Sequence;
import schemacrawler.schema.Table;
import schemacrawler.schema.TableConstraint;
import schemacrawler.schema.TableConstraintType;
import schemacrawler.schema.Trigger;
import schemacrawler.schema.View;

/** Facts of a catalogue that SchemaCrawler has read. */
final class CrawledFacts {

    /** What SQLite's driver says of a type without a size. */
    private static final int SQLITE_UNLIMITED = 2_000_000_000;

    private final Kinds kinds;
    private final List<String> wanted;
    private final String engine;
    private final Map<FactPath, Fact> facts = new TreeMap<>();

    /** @param wanted schemas to keep; empty for all */
    CrawledFacts(Kinds kinds, List<String> wanted, String engine) {
        this.kinds = kinds;
        this.wanted = List.copyOf(wanted);
        this.engine = engine;
    }

    List<Fact> facts(Catalog catalog) {
        add("server", Map.of("version", catalog.getDatabaseInfo().getProductVersion()), "server");
        for (Schema schema : catalog.getSchemas()) {
            if (kept(schema) && !name(schema).isEmpty()) {
                add("schema", comment(schema.getRemarks()), name(schema));
            }
        }
        catalog.getTables().stream().filter(this::kept).forEach(this::table);
        catalog.getSequences().stream().filter(this::kept).forEach(this::sequence);
        catalog.getRoutines().stream().filter(this::kept).forEach(this::routine);
        return List.copyOf(facts.values());
    }

    /** The first fact of a path stays: drivers repeat what they list by several ways. */
    private void add(String kind, Map<String, ? extends @Nullable Object> attributes, String... path) {
        Kind declared = kinds.get(kind);
        Map<String, Object> present = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        FactPath where = FactPath.of(kind, path);
        facts.putIfAbsent(where, Fact.of(declared, where, present));
    }

    private boolean kept(DatabaseObject object) {
        return kept(object.getSchema());
    }

    private boolean kept(Schema schema) {
        return wanted.isEmpty() || wanted.contains(name(schema));
    }

    /** Databases without schemas have one without a name. */
    private static String name(Schema schema) {
        @Nullable String name = schema.getName();
        @Nullable String catalog = schema.getCatalogName();
        return name != null ? name : catalog == null ? "" : catalog;
    }

    private static String schema(DatabaseObject object) {
        return name(object.getSchema());
    }

    private static Map<String, @Nullable Object> comment(@Nullable String remarks) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("comment", text(remarks));
        return attributes;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void table(Table table) {
        Map<String, @Nullable Object> attributes = comment(table.getRemarks());
        boolean view = table instanceof View;
        if (view) {
            attributes.put("definition", text(table.getDefinition()));
            add("view", attributes, schema(table), table.getName());
        } else {
            String type = table.getTableType().getTableType().toLowerCase(Locale.ROOT);
            attributes.put("table_kind", type.equals("base table") ? "table" : type);
            add("table", attributes, schema(table), table.getName());
        }
        table.getColumns().forEach(column -> column(table, column, view ? "view" : "table"));
        table.getHiddenColumns().forEach(column -> column(table, column, view ? "view" : "table"));
        table.getTriggers().forEach(trigger -> trigger(table, trigger));
        if (!view) {
            @Nullable PrimaryKey key = table.getPrimaryKey();
            if (key != null) {
                add(
                        "primary_key",
                        Map.of("columns", names(key)),
                        schema(table),
                        table.getName(),
                        constraint(key.getName(), "primary"));
            }
            table.getTableConstraints().forEach(constraint -> constraint(table, constraint));
            table.getImportedForeignKeys().forEach(foreignKey -> foreignKey(table, foreignKey));
            table.getIndexes().forEach(index -> index(table, index));
        }
    }

    /** SchemaCrawler invents names for what has none; a database's own random names are as good as none. */
    private static String constraint(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() || name.startsWith("SCHCRWLR_") || name.startsWith("SC_")
                ? otherwise
                : name;
    }

    private static List<String> names(TableConstraint constraint) {
        return constraint.getConstrainedColumns().stream()
                .map(column -> column.getName())
                .toList();
    }

    private void column(Table table, Column column, String tableKind) {
        Map<String, @Nullable Object> attributes = comment(column.getRemarks());
        String type = type(column);
        attributes.put("position", column.getOrdinalPosition());
        attributes.put("type", type);
        attributes.put("base_type", column.getColumnDataType().getName());
        attributes.put("nullable", column.isNullable());
        attributes.put("table_kind", tableKind);
        @Nullable Object expression = column.getAttribute("GENERATION_EXPRESSION");
        attributes.put("generated", expression == null ? null : text(expression.toString()));
        attributes.put("default", column.isGenerated() ? null : text(column.getDefaultValue()));
        attributes.put("generated_kind", column.isGenerated() ? "generated" : null);
        attributes.put("identity", column.isAutoIncremented() ? "auto_increment" : null);
        boolean number = List.of("DECIMAL", "NUMERIC")
                .contains(column.getColumnDataType().getName().toUpperCase(Locale.ROOT));
        if (sized(column)) {
            attributes.put(number ? "precision" : "length", size(column));
            attributes.put("scale", number ? column.getDecimalDigits() : null);
        }
        add("column", attributes, schema(table), table.getName(), column.getName());
    }

    /** A type that already states its size is not given it again. */
    private String type(Column column) {
        String name = column.getColumnDataType().getName();
        if (!sized(column) || name.contains("(")) {
            return name;
        }
        return name + "(" + size(column) + (column.getDecimalDigits() > 0 ? "," + column.getDecimalDigits() : "") + ")";
    }

    private boolean sized(Column column) {
        return text(column.getWidth()) != null && !(engine.equals("sqlite") && column.getSize() >= SQLITE_UNLIMITED);
    }

    /** SQLite's driver counts the digits after the point twice. */
    private int size(Column column) {
        return engine.equals("sqlite") ? column.getSize() - column.getDecimalDigits() : column.getSize();
    }

    private void constraint(Table table, TableConstraint constraint) {
        TableConstraintType type = constraint.getType();
        if (type == TableConstraintType.unique) {
            add(
                    "unique_constraint",
                    Map.of("columns", names(constraint)),
                    schema(table),
                    table.getName(),
                    constraint.getName());
        } else if (type == TableConstraintType.check) {
            Map<String, @Nullable Object> attributes = new HashMap<>();
            attributes.put("expression", text(constraint.getDefinition()));
            add("check_constraint", attributes, schema(table), table.getName(), constraint.getName());
        }
    }

    private void foreignKey(Table table, ForeignKey key) {
        List<ColumnReference> references = key.getColumnReferences();
        List<Column> columns =
                references.stream().map(ColumnReference::getForeignKeyColumn).toList();
        List<Column> referenced =
                references.stream().map(ColumnReference::getPrimaryKeyColumn).toList();
        Table other = key.getPrimaryKeyTable();
        List<String> names = columns.stream().map(Column::getName).toList();
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("columns", names);
        attributes.put("referenced_schema", schema(other));
        attributes.put(
                "referenced_table", schema(other).isEmpty() ? other.getName() : schema(other) + "." + other.getName());
        attributes.put(
                "referenced_columns", referenced.stream().map(Column::getName).toList());
        attributes.put("on_update", rule(key.getUpdateRule()));
        attributes.put("on_delete", rule(key.getDeleteRule()));
        // SQLite's driver calls every key initially deferred.
        ForeignKeyDeferrability deferrability =
                engine.equals("sqlite") ? ForeignKeyDeferrability.unknown : key.getDeferrability();
        boolean initially = deferrability == ForeignKeyDeferrability.initiallyDeferred;
        attributes.put("deferrable", initially || deferrability == ForeignKeyDeferrability.initiallyImmediate);
        attributes.put("initially_deferred", initially);
        attributes.put("column_types", columns.stream().map(this::type).toList());
        attributes.put(
                "referenced_column_types", referenced.stream().map(this::type).toList());
        String made = "fk_" + String.join("_", names);
        add("foreign_key", attributes, schema(table), table.getName(), constraint(key.getName(), made));
    }

    private static String rule(ForeignKeyUpdateRule rule) {
        return rule == ForeignKeyUpdateRule.unknown
                ? "NO ACTION"
                : rule.toString().toUpperCase(Locale.ROOT);
    }

    private void index(Table table, Index index) {
        List<String> keys = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (IndexColumn column : index.getColumns()) {
            columns.add(column.getName());
            keys.add(
                    column.getSortSequence() == IndexColumnSortSequence.descending
                            ? column.getName() + " DESC"
                            : column.getName());
        }
        @Nullable PrimaryKey primary = table.getPrimaryKey();
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("keys", keys);
        attributes.put("columns", columns);
        attributes.put("unique", index.isUnique());
        attributes.put("predicate", text(index.getFilterCondition()));
        attributes.put("definition", text(index.getDefinition()));
        attributes.put(
                "primary", index.isUnique() && primary != null && names(primary).equals(columns));
        add("index", attributes, schema(table), table.getName(), index.getName());
    }

    private void trigger(Table table, Trigger trigger) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put(
                "timing",
                trigger.getConditionTiming().toString().toUpperCase(Locale.ROOT).replace('_', ' '));
        attributes.put(
                "events",
                trigger.getEventManipulationTypes().stream()
                        .map(event -> event.toString().toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList());
        attributes.put("level", known(trigger.getActionOrientation().toString()));
        attributes.put("condition", text(trigger.getActionCondition()));
        attributes.put("body", text(trigger.getActionStatement()));
        add("trigger", attributes, schema(table), table.getName(), trigger.getName());
    }

    private static @Nullable String known(String word) {
        return word.equalsIgnoreCase("unknown") ? null : word.toUpperCase(Locale.ROOT);
    }

    private void sequence(Sequence sequence) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put(
                "start",
                sequence.getStartValue() == null
                        ? null
                        : sequence.getStartValue().longValue());
        attributes.put("increment", sequence.getIncrement());
        attributes.put(
                "minimum",
                sequence.getMinimumValue() == null
                        ? null
                        : sequence.getMinimumValue().longValue());
        attributes.put(
                "maximum",
                sequence.getMaximumValue() == null
                        ? null
                        : sequence.getMaximumValue().longValue());
        attributes.put("cycle", sequence.isCycle());
        add("sequence", attributes, schema(sequence), sequence.getName());
    }

    private void routine(Routine routine) {
        List<String> types = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        routine.getParameters().forEach(parameter -> {
            String type = parameter.getColumnDataType().getName();
            types.add(type);
            arguments.add(parameter.getName() + " " + type);
        });
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("routine_kind", routine.getRoutineType() == RoutineType.procedure ? "procedure" : "function");
        attributes.put("arguments", String.join(", ", arguments));
        attributes.put("body", text(routine.getDefinition()));
        add("routine", attributes, schema(routine), routine.getName() + "(" + String.join(", ", types) + ")");
    }
}
