package dev.plumbline.source.django;

import dev.plumbline.source.django.Interpreter.Flow;
import dev.plumbline.source.django.Interpreter.Frame;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a run can go on in one of two ways.
 *
 * @param holds whether it goes the first way; null if the text does not decide
 * @param why the condition between them, for people
 * @param environment the variables of the environment that the condition depends on
 */
record Fork(@Nullable Boolean holds, String why, Set<String> environment) {

    Fork {
        environment = Set.copyOf(environment);
    }

    /** A fork that the text does not decide, and no variable of the environment either. */
    static Fork undecided(String why) {
        return new Fork(null, why, Set.of());
    }

    /** One way to go on. */
    interface Branch {
        Flow run();
    }

    /** Runs both ways from the same start, and leaves in the frame what holds after them. */
    Flow run(Branch then, Branch otherwise, Frame frame) {
        List<Map<String, Scope.Binding>> before = save(frame.scope);
        Flow thenFlow = then.run();
        Value thenReturned = frame.returned;
        List<Map<String, Scope.Binding>> afterThen = current(frame.scope);
        restore(frame.scope, before);
        Flow otherFlow = otherwise.run();
        Value otherReturned = frame.returned;
        if (thenFlow == Flow.RAISE || otherFlow == Flow.RAISE) {
            if (thenFlow == otherFlow) {
                return Flow.RAISE;
            }
            frame.perhapsRaises = true;
            if (otherFlow == Flow.RAISE) {
                restore(frame.scope, afterThen);
                frame.returned = thenReturned;
            }
            return otherFlow == Flow.RAISE ? thenFlow : otherFlow;
        }
        if (thenFlow == Flow.RETURN && otherFlow == Flow.RETURN) {
            frame.returned = holds == null
                    ? Values.either(thenReturned, otherReturned, why, environment)
                    : Values.depending(holds ? thenReturned : otherReturned, environment);
            return Flow.RETURN;
        } else if (thenFlow == Flow.RETURN || otherFlow == Flow.RETURN) {
            boolean returnIsChosen = holds != null && holds == (thenFlow == Flow.RETURN);
            Value returned = Values.depending(thenFlow == Flow.RETURN ? thenReturned : otherReturned, environment);
            if (otherFlow == Flow.RETURN) {
                restore(frame.scope, afterThen);
            }
            if (returnIsChosen) {
                frame.returned = returned;
                return Flow.RETURN;
            } else if (holds == null) {
                frame.perhaps.add(returned);
            }
            return Flow.ON;
        }
        join(frame.scope, afterThen);
        return holds == null ? Flow.ON : holds ? thenFlow : otherFlow;
    }

    private void join(Scope scope, List<Map<String, Scope.Binding>> afterThen) {
        int level = 0;
        for (Scope s = scope; s != null; s = s.outer) {
            Map<String, Scope.Binding> then = afterThen.get(level++);
            Map<String, Scope.Binding> joined = new LinkedHashMap<>();
            Set<String> names = new LinkedHashSet<>(then.keySet());
            names.addAll(s.names.keySet());
            for (String name : names) {
                Scope.Binding binding = join(then.get(name), s.names.get(name));
                if (binding != null) {
                    joined.put(name, binding);
                }
            }
            s.names = joined;
        }
    }

    private Scope.@Nullable Binding join(Scope.@Nullable Binding a, Scope.@Nullable Binding b) {
        if (a != null && b != null && Values.same(a.value(), b.value())) {
            Scope.Binding either = holds == null || holds ? a : b;
            String doubt = doubt(a, b);
            return doubt == null ? either : either.doubted(doubt);
        }
        Scope.Binding chosen = holds == null ? (a == null ? b : a) : holds ? a : b;
        Scope.Binding other = holds == null || holds ? b : a;
        Value value;
        if (chosen == null) {
            // Another value of a variable binds the name, so that it is not for sure what it is without.
            if (other == null || environment.isEmpty()) {
                return null;
            }
            chosen = other;
            value = new Unknown("is set or not: " + why, environment, false);
        } else if (holds != null) {
            value = Values.chosen(chosen.value(), other == null ? Value.NONE : other.value(), why, environment);
        } else if (a == null || b == null) {
            value = new Unknown("is set or not: " + why, environment, false);
        } else {
            value = Values.either(a.value(), b.value(), why, environment);
        }
        return new Scope.Binding(value, chosen.file(), chosen.line(), doubt(a, b));
    }

    private static @Nullable String doubt(Scope.@Nullable Binding a, Scope.@Nullable Binding b) {
        return a != null && a.doubt() != null ? a.doubt() : b == null ? null : b.doubt();
    }

    /** Copies what a branch may change. */
    private static List<Map<String, Scope.Binding>> save(Scope scope) {
        IdentityHashMap<Object, Value> memo = new IdentityHashMap<>();
        List<Map<String, Scope.Binding>> copies = new ArrayList<>();
        for (Scope s = scope; s != null; s = s.outer) {
            Map<String, Scope.Binding> copy = new LinkedHashMap<>();
            s.names.forEach((n, b) ->
                    copy.put(n, new Scope.Binding(Values.copy(b.value(), memo), b.file(), b.line(), b.doubt())));
            copies.add(copy);
        }
        return copies;
    }

    private static List<Map<String, Scope.Binding>> current(Scope scope) {
        List<Map<String, Scope.Binding>> names = new ArrayList<>();
        for (Scope s = scope; s != null; s = s.outer) {
            names.add(s.names);
        }
        return names;
    }

    private static void restore(Scope scope, List<Map<String, Scope.Binding>> names) {
        int level = 0;
        for (Scope s = scope; s != null; s = s.outer) {
            s.names = names.get(level++);
        }
    }
}
