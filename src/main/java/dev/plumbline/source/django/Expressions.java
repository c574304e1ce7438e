package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What expressions are worth. */
final class Expressions {

    /** Names that Python always has and the interpreter knows something about. */
    private static final Set<String> BUILTINS = Set.of(
            "abs",
            "all",
            "any",
            "bool",
            "dict",
            "enumerate",
            "float",
            "frozenset",
            "getattr",
            "globals",
            "hasattr",
            "int",
            "isinstance",
            "len",
            "list",
            "locals",
            "map",
            "max",
            "min",
            "open",
            "print",
            "range",
            "round",
            "set",
            "setattr",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "vars",
            "zip",
            "exec",
            "eval",
            "filter",
            "object",
            "Exception",
            "property",
            "staticmethod",
            "classmethod",
            "__import__");

    private final Interpreter interpreter;
    private final Modules modules;
    private final Calls calls;

    Expressions(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
        this.calls = new Calls(interpreter, modules);
    }

    Value value(Syntax node, Interpreter.Frame frame) {
        if (!interpreter.spend()) {
            return Value.unknown("takes too long to evaluate");
        }
        return switch (node.type()) {
            case "string" -> string(node, frame);
            case "concatenated_string" -> {
                Value whole = Value.of("");
                for (Syntax part : node.parts()) {
                    whole = Operators.binary(whole, "+", value(part, frame));
                }
                yield whole;
            }
            case "integer" -> {
                Long number = Literals.number(node.text());
                yield number == null ? Value.unknown("the number " + node.text() + " is too large") : Value.of(number);
            }
            case "float" -> floating(node);
            case "true" -> Value.TRUE;
            case "false" -> Value.FALSE;
            case "none" -> Value.NONE;
            case "identifier" -> name(node, frame);
            case "list" -> sequence("list", node, frame);
            case "tuple", "expression_list" -> sequence("tuple", node, frame);
            case "set" -> sequence("set", node, frame);
            case "dictionary" -> dictionary(node, frame);
            case "parenthesized_expression" ->
                node.parts().isEmpty() ? Value.NONE : value(node.parts().get(0), frame);
            case "attribute" ->
                attribute(
                        value(node.get("object"), frame),
                        node.get("attribute").text(),
                        frame.scope.file.name() + ":" + node.line());
            case "subscript" -> subscript(node, frame);
            case "binary_operator" ->
                Operators.binary(
                        value(node.get("left"), frame), node.get("operator").text(), value(node.get("right"), frame));
            case "unary_operator" -> Operators.unary(node.get("operator").text(), value(node.get("argument"), frame));
            case "not_operator" -> Operators.not(value(node.get("argument"), frame));
            case "boolean_operator" -> bool(node, frame);
            case "comparison_operator" -> comparison(node, frame);
            case "conditional_expression" -> choice(node, frame);
            case "call" -> call(node, frame);
            case "lambda" -> new Value.Function("lambda", node, frame.scope, null);
            case "named_expression" -> {
                Value value = value(node.get("value"), frame);
                frame.scope.bind(node.get("name").text(), value, node.line());
                yield value;
            }
            case "list_comprehension", "generator_expression" -> comprehension("list", node, frame);
            case "set_comprehension" -> comprehension("set", node, frame);
            case "dictionary_comprehension" -> dictComprehension(node, frame);
            case "type" ->
                node.parts().isEmpty() ? Value.NONE : value(node.parts().get(0), frame);
            default ->
                Value.unknown("'" + Interpreter.shorten(node.text()) + "' at " + frame.scope.file.name() + ":"
                        + node.line() + " cannot be evaluated");
        };
    }

    private static Value floating(Syntax node) {
        try {
            return Value.of(Double.parseDouble(node.text().replace("_", "")));
        } catch (NumberFormatException e) {
            return Value.unknown("the number " + node.text() + " cannot be evaluated");
        }
    }

    private Value string(Syntax node, Interpreter.Frame frame) {
        Value whole = Value.of("");
        boolean formatted = node.children().stream().anyMatch(c -> c.is("interpolation"));
        for (Syntax part : node.children()) {
            if (part.is("string_content")) {
                StringBuilder out = new StringBuilder();
                Literals.content(out, part, Literals.isRaw(node));
                String text = formatted ? out.toString().replace("{{", "{").replace("}}", "}") : out.toString();
                whole = Operators.binary(whole, "+", Value.of(text));
            } else if (part.is("interpolation")) {
                Value value = value(part.get("expression"), frame);
                boolean plain = part.child("format_specifier").isEmpty()
                        && part.child("type_conversion").isEmpty();
                whole = Operators.binary(
                        whole,
                        "+",
                        plain ? Calls.text(value) : new Unknown("it is formatted", Values.environment(value), false));
            }
        }
        return whole;
    }

    private Value name(Syntax node, Interpreter.Frame frame) {
        Value value = frame.scope.find(node.text());
        if (value != null) {
            return value;
        }
        if (BUILTINS.contains(node.text())) {
            return new Symbol("builtins." + node.text());
        }
        return Value.unknown("the name " + node.text() + " is bound outside the project's text");
    }

    private Sequence sequence(String type, Syntax node, Interpreter.Frame frame) {
        Sequence list = new Sequence(type, List.of());
        for (Syntax part : node.parts()) {
            if (part.is("list_splat")) {
                Assignments.extend(list, value(part.parts().get(0), frame));
            } else {
                list.items.add(value(part, frame));
            }
        }
        return list;
    }

    private Value dictionary(Syntax node, Interpreter.Frame frame) {
        Dict dict = new Dict();
        for (Syntax part : node.parts()) {
            if (part.is("dictionary_splat")) {
                Assignments.update(dict, value(part.parts().get(0), frame));
            } else if (part.is("pair")) {
                Value key = value(part.get("key"), frame);
                Value item = value(part.get("value"), frame);
                if (key instanceof Constant constant) {
                    dict.entries.put(constant.raw(), item);
                } else {
                    dict.rest = Value.unknown(
                            "a key at " + frame.scope.file.name() + ":" + part.line() + " is not known from the text");
                }
            }
        }
        return dict;
    }

    Value attribute(Value object, String name, String place) {
        if (object instanceof Symbol symbol) {
            return modules.symbol(symbol.dotted() + "." + name);
        } else if (object instanceof Value.Module module) {
            return new Imports(modules).member(module.scope().module, name);
        } else if (object instanceof Instance instance) {
            return member(instance, name);
        } else if (object instanceof Value.Type type) {
            Value found = classMember(type, name, null);
            return found == null ? Value.unknown(type.name() + "." + name + " is not defined in the project") : found;
        } else if (object instanceof Unknown unknown) {
            return new Unknown(unknown.reason(), unknown.environment(), unknown.perhapsNone());
        } else if (object instanceof Constant constant) {
            Value property = Operators.property(constant, name);
            return property == null ? new Value.Method(object, name) : property;
        } else if (object instanceof Sequence || object instanceof Dict || object instanceof Call) {
            return new Value.Method(object, name);
        }
        return Value.unknown("the attribute " + name + " at " + place + " is not known from the text");
    }

    private Value member(Instance instance, String name) {
        Value own = instance.attributes.get(name);
        if (own != null) {
            return own;
        }
        if (instance.type == null) {
            return Value.unknown("the attribute " + name + " is not known from the text");
        }
        Value found = classMember(instance.type, name, instance);
        return found != null
                ? found
                : Value.unknown(instance.type.name() + "." + name + " is not defined in the project");
    }

    static @Nullable Value classMember(Value.Type type, String name, @Nullable Value receiver) {
        Scope.Binding binding = type.body().names.get(name);
        if (binding != null) {
            boolean method = receiver != null && binding.value() instanceof Value.Function;
            return method && binding.value() instanceof Value.Function f
                    ? new Value.Function(f.name(), f.definition(), f.scope(), isStatic(f) ? null : receiver)
                    : binding.value();
        }
        for (Value base : type.bases()) {
            if (base instanceof Value.Type parent) {
                Value found = classMember(parent, name, receiver);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A method without a first parameter named for its receiver has none. */
    private static boolean isStatic(Value.Function function) {
        List<Syntax> parameters =
                function.definition().child("parameters").map(Syntax::parts).orElse(List.of());
        return parameters.isEmpty()
                || !Set.of("self", "cls", "this").contains(parameters.get(0).text());
    }

    private Value subscript(Syntax node, Interpreter.Frame frame) {
        Value container = value(node.get("value"), frame);
        Syntax index = node.get("subscript");
        if (index.is("slice")) {
            return Operators.slice(container, index, part -> value(part, frame));
        }
        Value key = value(index, frame);
        if (container instanceof Symbol symbol && symbol.dotted().equals("os.environ")) {
            return EnvironmentReaders.required(key);
        }
        return Operators.item(container, key);
    }

    private Value bool(Syntax node, Interpreter.Frame frame) {
        Value left = value(node.get("left"), frame);
        boolean and = node.get("operator").text().equals("and");
        Boolean truth = Values.truth(left);
        if (truth != null) {
            return truth == and ? Values.depending(value(node.get("right"), frame), onlyEnvironment(left)) : left;
        }
        Value right = value(node.get("right"), frame);
        if (!and && left instanceof Unknown unknown && unknown.perhapsNone()) {
            return right instanceof Unknown other
                    ? new Unknown(other.reason(), join(unknown.environment(), other.environment()), other.perhapsNone())
                    : Values.depending(right, unknown.environment());
        }
        if (and
                && Boolean.FALSE.equals(Values.truth(right))
                && Values.environment(right).isEmpty()) {
            return Value.FALSE;
        }
        return new Unknown(
                String.join("; ", Values.reasons(left)),
                join(Values.environment(left), Values.environment(right)),
                false);
    }

    private static Set<String> onlyEnvironment(Value value) {
        return value instanceof Constant constant ? constant.environment() : Set.of();
    }

    static Set<String> join(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.addAll(b);
        return both;
    }

    private Value comparison(Syntax node, Interpreter.Frame frame) {
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
        Value left = value(operands.get(0), frame);
        for (int i = 0; i < operators.size() && i + 1 < operands.size(); i++) {
            Value right = value(operands.get(i + 1), frame);
            Value one = Operators.compare(left, operators.get(i), right);
            result = i == 0 ? one : Operators.both(result, one);
            left = right;
        }
        return result;
    }

    private Value choice(Syntax node, Interpreter.Frame frame) {
        List<Syntax> parts = node.parts();
        if (parts.size() != 3) {
            return Value.unknown("'" + Interpreter.shorten(node.text()) + "' cannot be evaluated");
        }
        Value condition = value(parts.get(1), frame);
        Boolean holds = Values.truth(condition);
        Set<String> environment = Values.environment(condition);
        if (holds != null) {
            return Values.depending(value(parts.get(holds ? 0 : 2), frame), environment);
        }
        return Values.either(
                value(parts.get(0), frame),
                value(parts.get(2), frame),
                "depends on the condition '" + Interpreter.shorten(parts.get(1).text()) + "' at "
                        + frame.scope.file.name() + ":" + node.line(),
                environment);
    }

    private Value call(Syntax node, Interpreter.Frame frame) {
        Value function = value(node.get("function"), frame);
        List<Value> arguments = new ArrayList<>();
        Map<String, Value> named = new LinkedHashMap<>();
        Syntax list = node.get("arguments");
        List<Syntax> parts = list.is("generator_expression") ? List.of(list) : list.parts();
        for (Syntax part : parts) {
            switch (part.type()) {
                case "keyword_argument" -> named.put(part.get("name").text(), value(part.get("value"), frame));
                case "list_splat" -> {
                    Sequence more = new Sequence("list", List.of());
                    Assignments.extend(more, value(part.parts().get(0), frame));
                    arguments.addAll(more.items);
                }
                case "dictionary_splat" -> {
                    Value more = value(part.parts().get(0), frame);
                    if (more instanceof Dict dict) {
                        dict.entries.forEach((k, v) -> named.put(String.valueOf(k), v));
                    } else {
                        named.put("**", more);
                    }
                }
                default -> arguments.add(value(part, frame));
            }
        }
        return calls.call(function, arguments, named, frame, node);
    }

    private Value comprehension(String type, Syntax node, Interpreter.Frame frame) {
        Sequence result = new Sequence(type, List.of());
        String doubt = each(node, frame, inner -> result.items.add(value(node.get("body"), inner)));
        return doubt == null ? result : Value.unknown(doubt);
    }

    private Value dictComprehension(Syntax node, Interpreter.Frame frame) {
        Dict dict = new Dict();
        Syntax pair = node.get("body");
        String doubt = each(node, frame, inner -> {
            Value value = value(pair.get("value"), inner);
            if (value(pair.get("key"), inner) instanceof Constant key) {
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
            Boolean holds = Values.truth(value(clause.parts().get(0), inner));
            if (holds == null) {
                return "depends on the condition at " + place;
            }
            return holds ? clause(clauses, next + 1, inner, each) : null;
        }
        List<Value> items = Interpreter.iterate(value(clause.get("right"), inner));
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
