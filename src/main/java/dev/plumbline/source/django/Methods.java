package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.PathText;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of dictionaries, lists, texts, paths and durations. */
final class Methods {

    private Methods() {}

    static Value ofDict(Dict dict, Call call) {
        Value first = call.argument(0, "");
        switch (call.dotted()) {
            case "update" -> {
                if (first != null) {
                    Assignments.update(dict, first);
                }
                call.named().forEach((k, v) -> {
                    if (k.equals("**")) {
                        Assignments.update(dict, v);
                    } else {
                        dict.entries.put(k, v);
                    }
                });
                return Value.NONE;
            }
            case "setdefault" -> {
                if (first instanceof Constant key) {
                    Value otherwise = call.argument(1, "");
                    Value value = dict.find(key.raw());
                    if (value == null) {
                        value = otherwise == null ? Value.NONE : otherwise;
                        dict.entries.put(key.raw(), value);
                    }
                    return value;
                }
                dict.rest = Value.unknown("an entry whose key is not known");
                return dict.rest;
            }
            case "get", "pop" -> {
                return get(dict, first, call);
            }
            case "copy" -> {
                return shallow(dict);
            }
            case "keys" -> {
                List<Value> keys = Interpreter.iterate(dict);
                return keys == null ? Value.unknown("keys that are not known") : new Sequence("list", keys);
            }
            case "values" -> {
                return dict.rest == null
                        ? new Sequence("list", List.copyOf(dict.entries.values()))
                        : Value.unknown("values that are not known");
            }
            case "items" -> {
                return dict.rest == null
                        ? new Sequence(
                                "list",
                                dict.entries.entrySet().stream()
                                        .map(e -> (Value)
                                                new Sequence("tuple", List.of(Value.of(e.getKey()), e.getValue())))
                                        .toList())
                        : Value.unknown("items that are not known");
            }
            default -> {}
        }
        return Value.unknown("the method " + call.dotted() + " of a dictionary cannot be evaluated");
    }

    /** What {@code get} and {@code pop} give; a key that is not known may be any of them. */
    private static Value get(Dict dict, @Nullable Value key, Call call) {
        boolean pop = call.dotted().equals("pop");
        if (!(key instanceof Constant constant)) {
            Unknown unknown = new Unknown(
                    key == null ? "no key is given" : String.join("; ", Values.reasons(key)),
                    key == null ? Set.of() : Values.environment(key),
                    false);
            if (pop) {
                dict.entries.replaceAll((k, v) -> unknown);
                dict.rest = unknown;
            }
            return unknown;
        }
        Value value = dict.find(constant.raw());
        if (pop) {
            dict.entries.remove(constant.raw());
        }
        Value otherwise = call.argument(1, "default");
        Value result = value != null ? value : otherwise == null ? Value.NONE : otherwise;
        return constant.environment().isEmpty() ? result : Values.depending(result, constant.environment());
    }

    private static Dict shallow(Dict dict) {
        Dict copy = new Dict();
        copy.entries.putAll(dict.entries);
        copy.rest = dict.rest;
        return copy;
    }

    static Value ofList(Sequence list, Call call) {
        Value first = call.argument(0, "");
        switch (call.dotted()) {
            case "append", "add" -> {
                if (first != null) {
                    list.items.add(first);
                }
                return Value.NONE;
            }
            case "extend", "update" -> {
                if (first != null) {
                    Assignments.extend(list, first);
                }
                return Value.NONE;
            }
            case "insert" -> {
                Value item = call.argument(1, "");
                if (item != null && first instanceof Constant at && at.raw() instanceof Long index) {
                    int place = (int) (index < 0 ? Math.max(0, index + list.items.size()) : index);
                    list.items.add(Math.min(place, list.items.size()), item);
                } else if (item != null) {
                    list.items.add(item);
                }
                return Value.NONE;
            }
            case "remove", "discard" -> {
                if (first instanceof Constant) {
                    list.items.stream()
                            .filter(i -> Values.same(i, first))
                            .findFirst()
                            .ifPresent(list.items::remove);
                } else {
                    list.items.replaceAll(i -> Value.unknown("an item that is not known is removed"));
                }
                return Value.NONE;
            }
            case "index" -> {
                for (int i = 0; first != null && i < list.items.size(); i++) {
                    if (Values.same(list.items.get(i), first)) {
                        return Value.of((long) i);
                    }
                }
                return Value.unknown("the place of an item that is not known");
            }
            case "copy" -> {
                return Values.copy(list, new IdentityHashMap<>());
            }
            case "union" -> {
                return first == null ? list : Operators.binary(list, "|", first);
            }
            case "pop", "clear", "sort", "reverse" ->
                list.items.replaceAll(i -> Value.unknown("the list is changed by " + call.dotted()));
            default -> {}
        }
        return Value.unknown("the method " + call.dotted() + " of a list cannot be evaluated");
    }

    static Value ofConstant(Constant constant, Call call) {
        if (constant.raw() instanceof String text) {
            Value value = ofText(text, constant, call);
            if (value != null) {
                return value;
            }
        } else if (constant.raw() instanceof PathText path) {
            return ofPath(path, constant.environment(), call);
        } else if (constant.raw() instanceof Duration duration && call.dotted().equals("total_seconds")) {
            return new Constant(duration.toMillis() / 1000.0, constant.environment());
        }
        return new Unknown("the method " + call.dotted() + " cannot be evaluated", Values.environment(constant), false);
    }

    private static Value ofPath(PathText path, Set<String> environment, Call call) {
        switch (call.dotted()) {
            case "resolve", "absolute", "as_posix", "expanduser" -> {
                return new Constant(new PathText(Paths.normal(path.text())), environment);
            }
            case "joinpath", "path" -> {
                Value joined = new Constant(path, environment);
                for (Value argument : call.arguments()) {
                    joined = Operators.binary(joined, "/", argument);
                }
                return joined;
            }
            default -> {
                return Value.unknown("the method " + call.dotted() + " of a path cannot be evaluated");
            }
        }
    }

    private static @Nullable Value ofText(String text, Constant constant, Call call) {
        Value first = call.argument(0, "sep");
        String argument = first instanceof Constant c && c.raw() instanceof String s ? s : null;
        Set<String> environment = constant.environment();
        switch (call.dotted()) {
            case "lower", "casefold" -> {
                return new Constant(text.toLowerCase(Locale.ROOT), environment);
            }
            case "upper" -> {
                return new Constant(text.toUpperCase(Locale.ROOT), environment);
            }
            case "strip" -> {
                return call.arguments().isEmpty() ? new Constant(text.strip(), environment) : null;
            }
            case "split" -> {
                return first == null
                        ? Conversions.split(new Constant(text.strip().replaceAll("\\s+", " "), environment), " ")
                        : argument == null ? null : Conversions.split(constant, argument);
            }
            case "isupper" -> {
                return new Constant(
                        text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT)),
                        environment);
            }
            case "removeprefix" -> {
                return argument == null
                        ? null
                        : new Constant(
                                text.startsWith(argument) ? text.substring(argument.length()) : text, environment);
            }
            case "startswith" -> {
                return argument == null ? null : new Constant(text.startsWith(argument), environment);
            }
            case "endswith" -> {
                return argument == null ? null : new Constant(text.endsWith(argument), environment);
            }
            case "replace" -> {
                Value second = call.argument(1, "");
                return argument != null && second instanceof Constant c && c.raw() instanceof String by
                        ? new Constant(text.replace(argument, by), environment)
                        : null;
            }
            case "join" -> {
                return join(text, environment, first);
            }
            case "format" -> {
                return format(text, environment, call);
            }
            case "encode", "title", "capitalize" -> {
                return call.dotted().equals("encode") ? constant : null;
            }
            default -> {
                return null;
            }
        }
    }

    private static @Nullable Value join(String separator, Set<String> environment, @Nullable Value items) {
        List<Value> known = items == null ? null : Interpreter.iterate(items);
        if (known == null) {
            return null;
        }
        Value result = new Constant("", environment);
        for (int i = 0; i < known.size(); i++) {
            result = Operators.binary(result, "+", Value.of(i == 0 ? "" : separator));
            result = Operators.binary(result, "+", known.get(i));
        }
        return result;
    }

    private static Value format(String text, Set<String> environment, Call call) {
        Value result = new Constant("", environment);
        int from = 0;
        int next = 0;
        while (true) {
            int open = text.indexOf('{', from);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return Operators.binary(result, "+", Value.of(text.substring(from)));
            }
            result = Operators.binary(result, "+", Value.of(text.substring(from, open)));
            String name = text.substring(open + 1, close);
            Value part = name.isEmpty()
                    ? call.argument(next++, "")
                    : name.matches("[0-9]{1,3}")
                            ? call.argument(Integer.parseInt(name), "")
                            : call.named().get(name);
            if (part == null) {
                return Value.unknown("the format '" + Interpreter.shorten(text) + "' cannot be evaluated");
            }
            result = Operators.binary(result, "+", Calls.text(part));
            from = close + 1;
        }
    }
}
