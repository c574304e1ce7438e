package dev.plumbline.source.django;

import dev.plumbline.source.SqlScript;
import dev.plumbline.source.SqlShape;
import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of one app's migrations, in order: what a field was before decides whether altering it narrows
 * it.
 */
final class Operations {

    private static final Set<String> STATE_ONLY = Set.of("AlterModelOptions", "AlterModelManagers");

    private final SchemaOperations schema = new SchemaOperations();

    List<Operation> read(Value operations) {
        List<Operation> read = new ArrayList<>();
        List<Value> items = operations instanceof Sequence list ? list.items : List.of(operations);
        items.forEach(item -> read(item, read));
        return read;
    }

    private void read(Value item, List<Operation> read) {
        if (item instanceof Call call) {
            if (call.simpleName().equals("SeparateDatabaseAndState")) {
                separate(call, read);
            } else {
                read.add(known(call));
            }
        } else if (item instanceof Instance instance && instance.type != null && instance.origin != null) {
            read.add(custom(instance.type, instance.origin));
        } else {
            Operation unknown = new Operation("?", 1);
            unknown.undecided(item instanceof Unknown u ? u.reason() : "an operation that is not known from the text");
            read.add(unknown);
        }
    }

    /** Only what is done to the database matters; what is done to Django's idea of it can always be taken back. */
    private void separate(Call call, List<Operation> read) {
        int before = read.size();
        Value database = call.argument(0, "database_operations");
        if (database instanceof Sequence list) {
            list.items.forEach(o -> read(o, read));
        } else if (database != null) {
            read(database, read);
        }
        if (call.argument(1, "state_operations") instanceof Sequence states) {
            states.items.forEach(o -> {
                if (o instanceof Call stateCall) {
                    known(stateCall);
                }
            });
        }
        if (read.size() == before) {
            read.add(new Operation("SeparateDatabaseAndState", call.line()));
        }
    }

    private Operation known(Call call) {
        Operation operation = new Operation(call.simpleName(), call.line());
        String name = call.simpleName();
        operation.elidable = ModelFacts.truth(call, "elidable", false);
        switch (name) {
            case "AlterModelOptions" -> {
                operation.table = SchemaOperations.text(call.argument(0, "name"));
                operation.managed = SchemaOperations.managed(call.argument(1, "options"));
            }
            case "RunPython" -> runPython(operation, call);
            case "RunSQL" -> runSql(operation, call);
            default -> {
                if (SchemaOperations.include(name)) {
                    operation.schemaChange = true;
                    schema.read(operation, call);
                } else if (!STATE_ONLY.contains(name)) {
                    operation.undecided(call.dotted() + " is an operation that is not known");
                }
            }
        }
        return operation;
    }

    private static void runPython(Operation operation, Call call) {
        operation.dataChange = true;
        Value code = call.argument(0, "code");
        operation.schemaChange = code instanceof Value.Function function && usesSchemaEditor(function);
        Value reverse = call.argument(1, "reverse_code");
        reverse(operation, reverse, isNoop(reverse));
    }

    private static boolean isNoop(@Nullable Value reverse) {
        if (reverse instanceof Symbol symbol) {
            return symbol.dotted().endsWith(".noop");
        }
        return reverse instanceof Value.Function function && doesNothing(function);
    }

    private static boolean doesNothing(Value.Function function) {
        Syntax body = function.definition().get("body");
        if (function.definition().is("lambda")) {
            return body.is("none");
        }
        return body.parts().stream()
                .allMatch(s -> s.is("pass_statement")
                        || (s.is("return_statement") && s.parts().stream().allMatch(p -> p.is("none")))
                        || (s.is("expression_statement")
                                && s.parts().stream().allMatch(p -> p.is("string") || p.is("ellipsis"))));
    }

    private static boolean usesSchemaEditor(Value.Function function) {
        return mentions(
                function.definition(),
                Set.of(
                        "execute",
                        "create_model",
                        "delete_model",
                        "add_field",
                        "remove_field",
                        "alter_field",
                        "add_index",
                        "remove_index"));
    }

    private static boolean mentions(Syntax node, Set<String> methods) {
        boolean here = node.is("attribute")
                && node.get("object").text().equals("schema_editor")
                && methods.contains(node.get("attribute").text());
        return here || node.children().stream().anyMatch(c -> mentions(c, methods));
    }

    private static void reverse(Operation operation, @Nullable Value reverse, boolean noop) {
        boolean none = reverse == null || (reverse instanceof Constant constant && constant.isNone());
        operation.hasReverse = !none;
        operation.reversible = !none;
        operation.noopReverse = noop;
        if (reverse instanceof Unknown unknown) {
            operation.hasReverse = null;
            operation.undecided("its reverse is not decided: " + unknown.reason());
        }
    }

    private static void runSql(Operation operation, Call call) {
        List<String> statements = sql(call.argument(0, "sql"));
        Value reverse = call.argument(1, "reverse_sql");
        List<String> back = sql(reverse);
        boolean noop = isNoop(reverse)
                || (reverse instanceof Constant c
                        && !c.isNone()
                        && ValueText.of(c).isBlank())
                || (!back.isEmpty()
                        && back.stream().allMatch(s -> s.isBlank() || s.strip().matches("(?is)select\\s+1;?|--.*")));
        reverse(operation, reverse, noop);
        if (reverse instanceof Sequence list && list.items.isEmpty()) {
            operation.noopReverse = true;
        }
        operation.sql = statements.isEmpty() ? null : String.join(";\n", statements);
        if (statements.isEmpty()) {
            operation.schemaChange = true;
            operation.dataChange = true;
            operation.reasons.add("its SQL is not known from the text");
        }
        for (String text : statements) {
            for (SqlScript.Statement statement : SqlScript.split(text, SqlScript.Dialect.ANY)) {
                shape(operation, statement.shape());
            }
        }
    }

    private static void shape(Operation operation, SqlShape shape) {
        operation.schemaChange |= shape.has(SqlShape.Flag.SCHEMA_CHANGE);
        operation.dataChange |= shape.has(SqlShape.Flag.DATA_CHANGE);
        operation.concurrent |= shape.has(SqlShape.Flag.CONCURRENT);
        operation.noTransaction |= shape.has(SqlShape.Flag.NO_TRANSACTION);
        operation.rename |= shape.has(SqlShape.Flag.RENAME);
        operation.notNullWithoutDefault |= shape.has(SqlShape.Flag.NOT_NULL_WITHOUT_DEFAULT);
        operation.createsIndex |= shape.has(SqlShape.Flag.CREATES_INDEX);
        operation.withoutWhere |= shape.has(SqlShape.Flag.WITHOUT_WHERE);
        operation.destroys.addAll(shape.destroys());
        operation.endangers.addAll(shape.endangers());
        if (operation.table.isEmpty()) {
            operation.table = shape.table();
            operation.column = shape.column();
        }
    }

    /** One text, or a list of texts or of pairs of text and parameters. */
    private static List<String> sql(@Nullable Value value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Constant constant && constant.raw() instanceof String text) {
            texts.add(text);
        } else if (value instanceof Sequence list) {
            for (Value item : list.items) {
                Value text = item instanceof Sequence pair && !pair.items.isEmpty() ? pair.items.get(0) : item;
                if (text instanceof Constant constant && constant.raw() instanceof String sql) {
                    texts.add(sql);
                }
            }
        }
        return texts;
    }

    /** An operation that the project defines itself. */
    private static Operation custom(Value.Type type, Call origin) {
        Operation operation = new Operation(type.name(), origin.line());
        operation.schemaChange = true;
        operation.dataChange = true;
        Value reversible = Members.ofType(type, "reversible", null);
        Value backwards = Members.ofType(type, "database_backwards", null);
        if (reversible != null && Values.truth(reversible) == null) {
            operation.undecided(type.name() + ".reversible is not decided");
        } else if (reversible != null && Boolean.FALSE.equals(Values.truth(reversible))) {
            operation.reversible = false;
            operation.hasReverse = false;
        } else if (backwards instanceof Value.Function function) {
            boolean raises = function.definition().get("body").parts().stream()
                    .filter(s -> !s.is("expression_statement"))
                    .findFirst()
                    .filter(s -> s.is("raise_statement"))
                    .isPresent();
            operation.reversible = !raises;
            operation.hasReverse = !raises;
            operation.noopReverse = doesNothing(function);
        } else if (isPlainOperation(type)) {
            // Django's own Operation.database_backwards raises NotImplementedError.
            operation.reversible = false;
            operation.hasReverse = false;
        } else {
            operation.undecided(type.name() + " inherits how it is taken back from outside the project");
        }
        return operation;
    }

    private static boolean isPlainOperation(Value.Type type) {
        return type.bases().stream()
                .anyMatch(b -> (b instanceof Symbol symbol && symbol.dotted().endsWith(".Operation"))
                        || (b instanceof Value.Type parent && isPlainOperation(parent)));
    }
}
