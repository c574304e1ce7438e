package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What hangs on a truth: comparisons, their joining by and and or, and the choice between two values. */
final class Conditions {

    private final Expressions expressions;

    Conditions(Expressions expressions) {
        this.expressions = expressions;
    }

    /** {@code and} and {@code or}. */
    Value bool(Syntax node, Interpreter.Frame frame) {
        Value left = expressions.value(node.get("left"), frame);
        boolean and = node.get("operator").text().equals("and");
        Boolean truth = Values.truth(left);
        if (truth != null) {
            return truth == and
                    ? Values.depending(expressions.value(node.get("right"), frame), onlyEnvironment(left))
                    : left;
        }
        Value right = expressions.value(node.get("right"), frame);
        if (!and && left instanceof Unknown unknown && unknown.perhapsNone()) {
            return right instanceof Unknown other
                    ? new Unknown(
                            other.reason(),
                            Values.join(unknown.environment(), other.environment()),
                            other.perhapsNone())
                    : Values.depending(right, unknown.environment());
        }
        if (and
                && Boolean.FALSE.equals(Values.truth(right))
                && Values.environment(right).isEmpty()) {
            return Value.FALSE;
        }
        return new Unknown(
                String.join("; ", Values.reasons(left)),
                Values.join(Values.environment(left), Values.environment(right)),
                false);
    }

    private static Set<String> onlyEnvironment(Value value) {
        return value instanceof Constant constant ? constant.environment() : Set.of();
    }

    /** One comparison, or a chain of them such as {@code 1 < x < 9}. */
    Value comparison(Syntax node, Interpreter.Frame frame) {
        List<Syntax> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        StringBuilder operator = new StringBuilder();
        for (Syntax child : node.children()) {
            if (child.field().equals("operators")) {
                operator.append(operator.isEmpty() ? "" : " ").append(child.text());
            } else if (!child.is("comment")) {
                if (!operator.isEmpty()) {
                    operators.add(operator.toString());
                    operator.setLength(0);
                }
                operands.add(child);
            }
        }
        Value result = Value.TRUE;
        Value left = expressions.value(operands.get(0), frame);
        for (int i = 0; i < operators.size() && i + 1 < operands.size(); i++) {
            Value right = expressions.value(operands.get(i + 1), frame);
            Value one = Operators.compare(left, operators.get(i), right);
            result = i == 0 ? one : Operators.both(result, one);
            left = right;
        }
        return result;
    }

    /** {@code a if condition else b}. */
    Value choice(Syntax node, Interpreter.Frame frame) {
        List<Syntax> parts = node.parts();
        if (parts.size() != 3) {
            return Value.unknown("'" + Interpreter.shorten(node.text()) + "' cannot be evaluated");
        }
        Value condition = expressions.value(parts.get(1), frame);
        Boolean holds = Values.truth(condition);
        Set<String> environment = Values.environment(condition);
        if (holds != null && environment.isEmpty()) {
            return expressions.value(parts.get(holds ? 0 : 2), frame);
        }
        String why = "depends on the condition '"
                + Interpreter.shorten(parts.get(1).text()) + "' at " + frame.scope.file.name() + ":" + node.line();
        Value then = expressions.value(parts.get(0), frame);
        Value otherwise = expressions.value(parts.get(2), frame);
        return holds == null
                ? Values.either(then, otherwise, why, environment)
                : Values.chosen(holds ? then : otherwise, holds ? otherwise : then, why, environment);
    }
}
