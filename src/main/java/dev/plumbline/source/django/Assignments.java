package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.util.List;
import java.util.Set;

/** Statements that give names, items and attributes a value. */
final class Assignments {

    private final Interpreter interpreter;
    private final Modules modules;

    Assignments(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
    }

    void assign(Syntax node, Interpreter.Frame frame) {
        if (node.child("right").isEmpty()) {
            return;
        }
        Syntax right = node.get("right");
        Value value;
        if (right.is("assignment")) {
            assign(right, frame);
            value = interpreter.value(right.get("left"), frame);
        } else {
            value = interpreter.value(right, frame);
        }
        bind(node.get("left"), value, frame);
    }

    void augment(Syntax node, Interpreter.Frame frame) {
        Syntax left = node.get("left");
        Value old = interpreter.value(left, frame);
        Value right = interpreter.value(node.get("right"), frame);
        String operator = node.get("operator").text().replace("=", "");
        if (old instanceof Sequence list && list.type.equals("list") && operator.equals("+")) {
            extend(list, right);
            bind(left, list, frame);
        } else if (old instanceof Dict dict && operator.equals("|")) {
            update(dict, right);
            bind(left, dict, frame);
        } else {
            bind(left, Operators.binary(old, operator, right), frame);
        }
    }

    /** Binds a target: a name, several names, an item or an attribute. */
    void bind(Syntax target, Value value, Interpreter.Frame frame) {
        switch (target.type()) {
            case "identifier" -> frame.scope.bind(target.text(), value, target.line());
            case "pattern_list", "tuple_pattern", "list_pattern", "expression_list", "tuple", "list" ->
                unpack(target.parts(), value, frame);
            case "subscript" -> {
                Value container = interpreter.value(target.get("value"), frame);
                put(container, interpreter.value(target.get("subscript"), frame), value, target, frame);
            }
            case "attribute" -> {
                Value object = interpreter.value(target.get("object"), frame);
                String name = target.get("attribute").text();
                if (object instanceof Instance instance) {
                    instance.attributes.put(name, value);
                } else if (object instanceof Value.Module module) {
                    module.scope().bind(name, value, target.line());
                }
            }
            default -> {}
        }
    }

    private void unpack(List<Syntax> targets, Value value, Interpreter.Frame frame) {
        List<Value> items = Interpreter.iterate(value);
        for (int i = 0; i < targets.size(); i++) {
            boolean known = items != null && items.size() == targets.size();
            bind(
                    targets.get(i),
                    known && items != null ? items.get(i) : Value.unknown("is unpacked from a value that is not known"),
                    frame);
        }
    }

    private void put(Value container, Value key, Value value, Syntax target, Interpreter.Frame frame) {
        if (container instanceof Dict dict) {
            if (key instanceof Constant constant) {
                dict.entries.put(constant.raw(), value);
            } else {
                blur(dict, "may be replaced at " + frame.scope.file.name() + ":" + target.line());
            }
        } else if (container instanceof Sequence list
                && key instanceof Constant constant
                && constant.raw() instanceof Long index) {
            int at = (int) (index < 0 ? index + list.items.size() : index);
            if (at >= 0 && at < list.items.size()) {
                list.items.set(at, value);
            }
        } else if (container instanceof Value.Symbol symbol
                && symbol.dotted().equals("<names>")
                && key instanceof Constant constant) {
            frame.scope.moduleScope().bind(String.valueOf(constant.raw()), value, target.line());
        } else if (container instanceof Value.Symbol symbol && symbol.dotted().equals("<names>")) {
            modules.doubt(frame.scope, "any name may be set at " + frame.scope.file.name() + ":" + target.line());
        }
    }

    /** Takes away a name, or an item of what a name stands for. */
    void delete(Syntax target, Interpreter.Frame frame) {
        if (target.is("identifier")) {
            frame.scope.names.remove(target.text());
            return;
        } else if (!target.is("subscript")) {
            return;
        }
        Value container = interpreter.value(target.get("value"), frame);
        Value key = interpreter.value(target.get("subscript"), frame);
        String why = "may be deleted at " + frame.scope.file.name() + ":" + target.line();
        if (container instanceof Dict dict
                && key instanceof Constant constant
                && constant.environment().isEmpty()) {
            dict.entries.remove(constant.raw());
        } else if (container instanceof Dict dict) {
            blur(dict, why + ": " + String.join(", ", Values.environment(key)));
        } else if (container instanceof Sequence list) {
            boolean known = key instanceof Constant constant && constant.raw() instanceof Long;
            long index = known ? (Long) ((Constant) key).raw() : 0;
            int at = (int) (index < 0 ? index + list.items.size() : index);
            if (known && at >= 0 && at < list.items.size()) {
                list.items.remove(at);
            } else {
                list.items.replaceAll(i -> Value.unknown(why));
            }
        }
    }

    static void extend(Sequence list, Value more) {
        List<Value> items = Interpreter.iterate(more);
        if (items == null) {
            list.items.add(new Unknown(
                    "more items: " + String.join("; ", Values.reasons(more)), Values.environment(more), false));
        } else {
            list.items.addAll(items);
        }
    }

    static void update(Dict dict, Value more) {
        if (more instanceof Dict other) {
            Unknown rest = other.rest;
            if (rest != null) {
                dict.entries.replaceAll((k, v) -> rest);
                dict.rest = rest;
            }
            other.entries.forEach(dict.entries::put);
            return;
        }
        List<Value> pairs = Interpreter.iterate(more);
        if (pairs != null && pairs.stream().allMatch(Assignments::isPair)) {
            for (Value pair : pairs) {
                if (pair instanceof Sequence items && items.items.get(0) instanceof Constant key) {
                    dict.entries.put(key.raw(), items.items.get(1));
                }
            }
            return;
        }
        Unknown unknown = new Unknown(
                "may be replaced by an update that is not known: " + String.join("; ", Values.reasons(more)),
                Values.environment(more),
                false);
        dict.entries.replaceAll((k, v) -> unknown);
        dict.rest = unknown;
    }

    private static boolean isPair(Value value) {
        return value instanceof Sequence items && items.items.size() == 2 && items.items.get(0) instanceof Constant;
    }

    private static void blur(Dict dict, String why) {
        Unknown unknown = new Unknown(why, Set.of(), false);
        dict.entries.replaceAll((k, v) -> unknown);
        dict.rest = unknown;
    }
}
