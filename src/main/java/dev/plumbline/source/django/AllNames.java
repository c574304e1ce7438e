package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Calls by which a module's names are read or set as a whole: {@code globals}, {@code vars}, {@code setattr}. */
final class AllNames {

    private final Modules modules;

    AllNames(Modules modules) {
        this.modules = modules;
    }

    /** A call that is given all names may change any of them; one that is given a setting may change that one. */
    void doubt(Call call, Interpreter.Frame frame) {
        List<Value> given = Stream.concat(call.arguments().stream(), call.named().values().stream())
                .toList();
        String place = call.dotted() + " at " + frame.scope.file.name() + ":" + call.line();
        if (given.stream()
                .anyMatch(a -> a instanceof Symbol symbol && symbol.dotted().equals("<names>"))) {
            modules.doubt(frame.scope, place + " is given all names and may change any of them");
        }
        frame.scope.moduleScope().names.replaceAll((name, binding) -> {
            boolean changeable = binding.value() instanceof Dict || binding.value() instanceof Sequence;
            boolean isGiven = changeable
                    && SettingsFacts.isSetting(name)
                    && given.stream().anyMatch(v -> v == binding.value());
            return isGiven ? binding.doubted(place + " is given " + name + " and may change it") : binding;
        });
    }

    /** {@code globals().update(…)}. */
    Value update(Call call, Interpreter.Frame frame) {
        Dict names = new Dict();
        call.arguments().forEach(a -> Assignments.update(names, a));
        names.entries.putAll(call.named());
        Scope module = frame.scope.moduleScope();
        Unknown rest = names.rest;
        if (rest != null) {
            modules.doubt(
                    module,
                    "any name may be set at " + frame.scope.file.name() + ":" + call.line() + ": " + rest.reason());
        }
        names.entries.forEach((name, value) -> module.bind(String.valueOf(name), value, call.line()));
        return Value.NONE;
    }

    /** {@code import_module(name)}; nobody knows which if the name is not known. */
    Value module(Call call) {
        Value name = call.argument(0, "name");
        Value from = call.argument(1, "package");
        if (!(name instanceof Constant constant) || !constant.environment().isEmpty()) {
            return new Unknown(
                    "a module whose name is not known"
                            + (name == null ? "" : ": " + String.join("; ", Values.reasons(name))),
                    name == null ? Set.of() : Values.environment(name),
                    false);
        }
        String dotted = ValueText.of(constant);
        return new Members(modules)
                .module(dotted.startsWith(".") && from instanceof Constant base ? ValueText.of(base) + dotted : dotted);
    }

    /** {@code setattr(object, name, value)}. */
    void set(Call call, Interpreter.Frame frame) {
        Value object = call.argument(0, "");
        Value name = call.argument(1, "");
        Value value = call.argument(2, "");
        if (object instanceof Instance instance && name instanceof Constant constant && value != null) {
            instance.attributes.put(ValueText.of(constant), value);
        } else if (object instanceof Value.Module module && name instanceof Constant constant && value != null) {
            module.scope().bind(ValueText.of(constant), value, call.line());
        } else if (object instanceof Value.Module module) {
            modules.doubt(module.scope(), "any name may be set at " + frame.scope.file.name() + ":" + call.line());
        }
    }

    /** The names of a module or of an object, as {@code vars} gives them. */
    static Dict of(Value object) {
        Dict names = new Dict();
        if (object instanceof Value.Module module) {
            module.scope().names.forEach((name, binding) -> names.entries.put(name, binding.value()));
        } else if (object instanceof Instance instance) {
            names.entries.putAll(instance.attributes);
        } else {
            names.rest = new Unknown(
                    "names of what is not known: " + String.join("; ", Values.reasons(object)),
                    Values.environment(object),
                    false);
        }
        return names;
    }
}
