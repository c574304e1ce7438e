package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What expressions are worth. */
final class Expressions {

    /** Names that Python always has and the interpreter knows something about. */
    private static final Set<String> BUILTINS = Set.of(
            "abs",
            "all",
            "any",
            "bool",
            "dict",
            "dir",
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
    private final Members members;
    private final Comprehensions comprehensions;
    private final Conditions conditions;
    private final Calls calls;

    Expressions(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.members = new Members(modules);
        this.comprehensions = new Comprehensions(this, interpreter, modules);
        this.conditions = new Conditions(this);
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
                members.attribute(
                        value(node.get("object"), frame),
                        node.get("attribute").text(),
                        frame.scope.file.name() + ":" + node.line());
            case "subscript" -> subscript(node, frame);
            case "binary_operator" ->
                Operators.binary(
                        value(node.get("left"), frame), node.get("operator").text(), value(node.get("right"), frame));
            case "unary_operator" -> Operators.unary(node.get("operator").text(), value(node.get("argument"), frame));
            case "not_operator" -> Operators.not(value(node.get("argument"), frame));
            case "boolean_operator" -> conditions.bool(node, frame);
            case "comparison_operator" -> conditions.comparison(node, frame);
            case "conditional_expression" -> conditions.choice(node, frame);
            case "call" -> call(node, frame);
            case "lambda" -> new Value.Function("lambda", node, frame.scope, null);
            case "named_expression" -> {
                Value value = value(node.get("value"), frame);
                frame.scope.bind(node.get("name").text(), value, node.line());
                yield value;
            }
            case "list_comprehension", "generator_expression" -> comprehensions.sequence("list", node, frame);
            case "set_comprehension" -> comprehensions.sequence("set", node, frame);
            case "dictionary_comprehension" -> comprehensions.dictionary(node, frame);
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
                boolean plain = part.parts().stream()
                        .noneMatch(p -> p.is("format_specifier")
                                || (p.is("type_conversion") && !p.text().equals("!s")));
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
        if (container instanceof Symbol symbol
                && symbol.dotted().equals("sys.modules")
                && key instanceof Constant constant) {
            return members.module(ValueText.of(constant));
        }
        return Operators.item(container, key);
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
}
