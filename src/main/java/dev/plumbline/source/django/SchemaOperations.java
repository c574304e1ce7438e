package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the operations by which Django itself changes a schema, and keeps the fields that they leave. */
final class SchemaOperations {

    private static final Set<String> NAMES = Set.of(
            "CreateModel",
            "DeleteModel",
            "RenameModel",
            "AlterModelTable",
            "AlterModelTableComment",
            "AlterUniqueTogether",
            "AlterIndexTogether",
            "AlterOrderWithRespectTo",
            "AddField",
            "RemoveField",
            "AlterField",
            "RenameField",
            "AddIndex",
            "RemoveIndex",
            "RenameIndex",
            "AddConstraint",
            "RemoveConstraint",
            "AlterConstraint",
            "AddIndexConcurrently",
            "RemoveIndexConcurrently",
            "AddConstraintNotValid",
            "ValidateConstraint",
            "CreateExtension",
            "CreateCollation",
            "RemoveCollation",
            "BloomExtension",
            "BtreeGinExtension",
            "BtreeGistExtension",
            "CITextExtension",
            "CryptoExtension",
            "HStoreExtension",
            "TrigramExtension",
            "UnaccentExtension");

    /** Fields by model (lower case) and name, as the migrations so far left them. */
    private final Map<String, Map<String, Call>> state = new HashMap<>();

    static boolean include(String name) {
        return NAMES.contains(name);
    }

    void read(Operation operation, Call call) {
        String name = operation.name;
        boolean ofField = name.endsWith("Field");
        Value model = call.argument(
                0, ofField || name.contains("Index") || name.contains("Constraint") ? "model_name" : "name");
        operation.table = text(model);
        String key = operation.table.toLowerCase(Locale.ROOT);
        switch (name) {
            case "CreateModel" -> {
                operation.managed = managed(call.argument(2, "options"));
                Map<String, Call> fields = new TreeMap<>();
                if (call.argument(1, "fields") instanceof Sequence list) {
                    for (Value item : list.items) {
                        Call field = item instanceof Sequence pair && pair.items.size() == 2
                                ? field(pair.items.get(1))
                                : null;
                        if (field != null && item instanceof Sequence pair) {
                            fields.put(text(pair.items.get(0)), field);
                        }
                    }
                }
                state.put(key, fields);
            }
            case "DeleteModel" -> {
                operation.destroys.add("drop table " + operation.table);
                state.remove(key);
            }
            case "RenameModel" -> {
                operation.table = text(call.argument(0, "old_name"));
                operation.rename = true;
                operation.endangers.add("renames " + operation.table);
                Map<String, Call> fields = state.remove(operation.table.toLowerCase(Locale.ROOT));
                if (fields != null) {
                    state.put(text(call.argument(1, "new_name")).toLowerCase(Locale.ROOT), fields);
                }
            }
            case "AlterModelTable" -> {
                operation.rename = true;
                operation.endangers.add("renames the table of " + operation.table);
            }
            case "AddField", "AlterField", "RemoveField", "RenameField" -> field(operation, call, key);
            case "AddIndex", "AddIndexConcurrently" -> operation.createsIndex = true;
            case "AddConstraint" ->
                operation.createsIndex = text(call.argument(1, "constraint")).isEmpty()
                        && call.argument(1, "constraint") instanceof Call constraint
                        && constraint.simpleName().equals("UniqueConstraint");
            default -> {}
        }
        if (name.endsWith("Concurrently")) {
            operation.concurrent = true;
            operation.noTransaction = true;
        }
    }

    private void field(Operation operation, Call call, String key) {
        operation.column = text(call.argument(1, operation.name.equals("RenameField") ? "old_name" : "name"));
        String where = operation.table + "." + operation.column;
        Map<String, Call> fields = state.computeIfAbsent(key, k -> new TreeMap<>());
        Value given = call.argument(2, "field");
        Call field = given == null ? null : field(given);
        switch (operation.name) {
            case "AddField" -> {
                if (field != null) {
                    boolean oneOff = Boolean.FALSE.equals(truth(call.named().get("preserve_default")));
                    operation.oneOffDefault = oneOff;
                    operation.createsIndex = ModelFacts.truth(field, "db_index", false)
                            || ModelFacts.truth(field, "unique", false)
                            || Set.of("ForeignKey", "OneToOneField").contains(field.simpleName());
                    if (required(field)) {
                        operation.notNullWithoutDefault = true;
                        operation.endangers.add("adds " + where + " NOT NULL without a default");
                    }
                    fields.put(operation.column, field);
                }
            }
            case "AlterField" -> {
                Call before = fields.get(operation.column);
                if (before != null && field != null) {
                    Narrowing.read(operation, before, field, where);
                }
                if (field != null) {
                    fields.put(operation.column, field);
                }
            }
            case "RemoveField" -> {
                Call before = fields.remove(operation.column);
                if (before == null || !before.simpleName().equals("ManyToManyField")) {
                    operation.destroys.add("drop column " + where);
                } else {
                    operation.destroys.add("drop table of " + where);
                }
            }
            default -> {
                operation.rename = true;
                operation.endangers.add("renames " + where);
                Call before = fields.remove(operation.column);
                if (before != null) {
                    fields.put(text(call.argument(2, "new_name")), before);
                }
            }
        }
    }

    private static @Nullable Boolean truth(@Nullable Value value) {
        return value == null ? null : Values.truth(value);
    }

    private static boolean required(Call field) {
        boolean hasNoColumn = field.simpleName().equals("ManyToManyField");
        boolean filled = field.named().containsKey("default")
                || field.named().containsKey("db_default")
                || field.simpleName().endsWith("AutoField")
                || field.simpleName().equals("GeneratedField");
        return !hasNoColumn && !filled && !ModelFacts.truth(field, "null", false);
    }

    /** What a model's options say of it being managed; null if they say nothing or are not decided. */
    static @Nullable Boolean managed(@Nullable Value options) {
        return options instanceof Value.Dict dict ? truth(dict.find("managed")) : null;
    }

    private static @Nullable Call field(Value value) {
        return value instanceof Call call ? call : value instanceof Instance instance ? instance.origin : null;
    }

    static String text(@Nullable Value value) {
        String text = ModelFacts.constant(value);
        return text == null ? "" : text;
    }
}
