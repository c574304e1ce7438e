package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what a comprehension lists, if the text decides each of its loops and conditions. */
final class Comprehensions {

    private final Expressions expressions;
    private final Interpreter interpreter;
    private final Modules modules;

    Comprehensions(Expressions expressions, Interpreter interpreter, Modules modules) {
        this.expressions = expressions;
        this.interpreter = interpreter;
        this.modules = modules;
    }

    /** @param type list or set */
    Value sequence(String type, Syntax node, Interpreter.Frame frame) {
        Sequence result = new Sequence(type, List.of());
        String doubt = each(node, frame, inner -> result.items.add(expressions.value(node.get("body"), inner)));
        return doubt == null ? result : Value.unknown(doubt);
    }

    Value dictionary(Syntax node, Interpreter.Frame frame) {
        Dict dict = new Dict();
        Syntax pair = node.get("body");
        String doubt = each(node, frame, inner -> {
            Value value = expressions.value(pair.get("value"), inner);
            if (expressions.value(pair.get("key"), inner) instanceof Constant key) {
                dict.entries.put(key.raw(), value);
            } else {
                dict.rest = Value.unknown("a key is not known from the text");
            }
        });
        return doubt == null ? dict : Value.unknown(doubt);
    }

    private interface Each {
        void run(Interpreter.Frame inner);
    }

    /** Runs the clauses of a comprehension; a reason if they are not known. */
    private @Nullable String each(Syntax node, Interpreter.Frame frame, Each each) {
        List<Syntax> clauses = node.parts().stream()
                .filter(p -> p.is("for_in_clause") || p.is("if_clause"))
                .toList();
        return clause(clauses, 0, new Interpreter.Frame(frame.scope.inner()), each);
    }

    private @Nullable String clause(List<Syntax> clauses, int next, Interpreter.Frame inner, Each each) {
        if (next == clauses.size()) {
            each.run(inner);
            return null;
        }
        Syntax clause = clauses.get(next);
        String place = inner.scope.file.name() + ":" + clause.line();
        if (clause.is("if_clause")) {
            Boolean holds = Values.truth(expressions.value(clause.parts().get(0), inner));
            if (holds == null) {
                return "depends on the condition at " + place;
            }
            return holds ? clause(clauses, next + 1, inner, each) : null;
        }
        List<Value> items = Interpreter.iterate(expressions.value(clause.get("right"), inner));
        if (items == null) {
            return "depends on the loop at " + place;
        }
        for (Value item : items) {
            if (!interpreter.spend()) {
                return "takes too long to evaluate";
            }
            new Assignments(interpreter, modules).bind(clause.get("left"), item, inner);
            String doubt = clause(clauses, next + 1, inner, each);
            if (doubt != null) {
                return doubt;
            }
        }
        return null;
    }
}
