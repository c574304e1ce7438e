package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds the arguments of a call to the names of a function. */
final class Parameters {

    private final Interpreter interpreter;

    Parameters(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void bind(Value.Function function, List<Value> arguments, Map<String, Value> named, Interpreter.Frame frame) {
        List<Value> left = new ArrayList<>(arguments);
        Map<String, Value> leftNamed = new LinkedHashMap<>(named);
        if (function.receiver() != null) {
            left.add(0, function.receiver());
        }
        for (Syntax parameter :
                function.definition().child("parameters").map(Syntax::parts).orElse(List.of())) {
            int line = parameter.line();
            switch (parameter.type()) {
                case "list_splat_pattern" -> {
                    frame.scope.bind(name(parameter), new Sequence("tuple", left), line);
                    left.clear();
                }
                case "dictionary_splat_pattern" -> {
                    Dict rest = new Dict();
                    if (leftNamed.remove("**") instanceof Value.Unknown unknown) {
                        rest.rest = unknown;
                    }
                    rest.entries.putAll(leftNamed);
                    frame.scope.bind(name(parameter), rest, line);
                }
                case "keyword_separator", "positional_separator" -> {}
                default -> {
                    String name = name(parameter);
                    Value value = leftNamed.remove(name);
                    if (value == null && !left.isEmpty()) {
                        value = left.remove(0);
                    }
                    if (value == null) {
                        value = parameter
                                .child("value")
                                .map(v -> interpreter.value(v, new Interpreter.Frame(function.scope())))
                                .orElseGet(() -> Value.unknown(
                                        "the argument " + name + " of " + function.name() + " is not given"));
                    }
                    frame.scope.bind(name, value, line);
                }
            }
        }
    }

    private static String name(Syntax parameter) {
        if (parameter.is("identifier")) {
            return parameter.text();
        }
        return parameter
                .child("name")
                .map(Syntax::text)
                .orElseGet(() -> parameter.parts().isEmpty()
                        ? ""
                        : name(parameter.parts().get(0)));
    }
}
