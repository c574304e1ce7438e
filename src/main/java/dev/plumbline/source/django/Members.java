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
import org.jspecify.annotations.Nullable;

/** What stands behind the dot: the members of modules, classes, their instances and plain values. */
final class Members {

    private final Modules modules;

    Members(Modules modules) {
        this.modules = modules;
    }

    /** @param place where the text asks for the attribute, for people */
    Value attribute(Value object, String name, String place) {
        if (object instanceof Symbol symbol) {
            return modules.symbol(symbol.dotted() + "." + name);
        } else if (object instanceof Value.Module module) {
            return new Imports(modules).member(module.scope().module, name);
        } else if (object instanceof Instance instance) {
            return member(instance, name);
        } else if (object instanceof Value.Type type) {
            Value found = ofType(type, name, null);
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

    /** A module by its name, as {@code import_module} and {@code sys.modules} give it. */
    Value module(String dotted) {
        return new Imports(modules).moduleOrSymbol(dotted);
    }

    private Value member(Instance instance, String name) {
        Value own = instance.attributes.get(name);
        if (own != null) {
            return own;
        }
        if (instance.type == null) {
            return Value.unknown("the attribute " + name + " is not known from the text");
        }
        Value found = ofType(instance.type, name, instance);
        return found != null
                ? found
                : Value.unknown(instance.type.name() + "." + name + " is not defined in the project");
    }

    /** What a class or the first of its bases binds a name to; a function is bound to the receiver. */
    static @Nullable Value ofType(Value.Type type, String name, @Nullable Value receiver) {
        Scope.Binding binding = type.body().names.get(name);
        if (binding != null) {
            boolean method = receiver != null && binding.value() instanceof Value.Function;
            return method && binding.value() instanceof Value.Function f
                    ? new Value.Function(f.name(), f.definition(), f.scope(), isStatic(f) ? null : receiver)
                    : binding.value();
        }
        for (Value base : type.bases()) {
            if (base instanceof Value.Type parent) {
                Value found = ofType(parent, name, receiver);
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
}
