package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Nothing;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Copying, comparing and joining values, as branches that the text does not decide need it. */
final class Values {

    private Values() {}

    /** Whether a condition holds; null if the text does not decide. */
    static @Nullable Boolean truth(Value value) {
        if (value instanceof Constant constant) {
            Object raw = constant.raw();
            if (raw instanceof Boolean bool) {
                return bool;
            } else if (raw instanceof String text) {
                return !text.isEmpty();
            } else if (raw instanceof Long number) {
                return number != 0;
            } else if (raw instanceof Double number) {
                return number != 0;
            } else if (raw instanceof Duration duration) {
                return !duration.isZero();
            }
            return raw != Nothing.NONE;
        } else if (value instanceof Sequence sequence) {
            return sequence.items.isEmpty()
                    ? Boolean.FALSE
                    : sequence.items.stream().allMatch(i -> i instanceof Unknown) ? null : Boolean.TRUE;
        } else if (value instanceof Dict dict) {
            return !dict.entries.isEmpty() ? Boolean.TRUE : dict.rest == null ? Boolean.FALSE : null;
        }
        boolean defined = value instanceof Value.Function
                || value instanceof Value.Type
                || value instanceof Value.Module
                || value instanceof Instance;
        return defined ? Boolean.TRUE : null;
    }

    /** All variables of the environment that a value depends on. */
    static Set<String> environment(Value value) {
        Set<String> names = new TreeSet<>();
        collect(value, names, new HashSet<>());
        return names;
    }

    private static void collect(Value value, Set<String> names, Set<Integer> seen) {
        if (value instanceof Constant constant) {
            names.addAll(constant.environment());
        } else if (value instanceof Unknown unknown) {
            names.addAll(unknown.environment());
        } else if (value instanceof Sequence sequence && seen.add(System.identityHashCode(value))) {
            sequence.items.forEach(i -> collect(i, names, seen));
        } else if (value instanceof Dict dict && seen.add(System.identityHashCode(value))) {
            dict.entries.values().forEach(v -> collect(v, names, seen));
            if (dict.rest != null) {
                names.addAll(dict.rest.environment());
            }
        } else if (value instanceof Call call) {
            call.arguments().forEach(a -> collect(a, names, seen));
            call.named().values().forEach(a -> collect(a, names, seen));
        }
    }

    /** The variables of the environment in either set. */
    static Set<String> join(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.addAll(b);
        return both;
    }

    /** Why a value is not decided, part by part; empty if it is. */
    static List<String> reasons(Value value) {
        Set<String> reasons = new LinkedHashSet<>();
        collectReasons(value, reasons, new HashSet<>());
        return List.copyOf(reasons);
    }

    private static void collectReasons(Value value, Set<String> reasons, Set<Integer> seen) {
        if (value instanceof Constant) {
            return;
        } else if (value instanceof Unknown unknown) {
            reasons.add(unknown.reason());
        } else if (value instanceof Sequence sequence) {
            if (seen.add(System.identityHashCode(value))) {
                sequence.items.forEach(i -> collectReasons(i, reasons, seen));
            }
        } else if (value instanceof Dict dict) {
            if (seen.add(System.identityHashCode(value))) {
                dict.entries.values().forEach(v -> collectReasons(v, reasons, seen));
                if (dict.rest != null) {
                    reasons.add(dict.rest.reason());
                }
            }
        } else if (value instanceof Call call) {
            reasons.add("the result of " + call.dotted() + "(…) is not known from the text");
        } else if (value instanceof Value.Symbol symbol) {
            reasons.add(symbol.dotted() + " is defined outside the project");
        } else {
            reasons.add("it is no constant");
        }
    }

    /** The same value, depending on more of the environment. */
    static Value depending(Value value, Set<String> environment) {
        return environment.isEmpty() ? value : depending(value, environment, new HashSet<>());
    }

    private static Value depending(Value value, Set<String> environment, Set<Integer> seen) {
        Set<String> names = new TreeSet<>(environment);
        if (value instanceof Constant constant) {
            names.addAll(constant.environment());
            return new Constant(constant.raw(), names);
        } else if (value instanceof Unknown unknown) {
            names.addAll(unknown.environment());
            return new Unknown(unknown.reason(), names, unknown.perhapsNone());
        } else if (value instanceof Sequence sequence && seen.add(System.identityHashCode(value))) {
            sequence.items.replaceAll(i -> depending(i, environment, seen));
        } else if (value instanceof Dict dict && seen.add(System.identityHashCode(value))) {
            dict.entries.replaceAll((k, v) -> depending(v, environment, seen));
        }
        return value;
    }

    /** A copy that shares nothing that can change, except what the memo has already copied. */
    static Value copy(Value value, IdentityHashMap<Object, Value> memo) {
        Value known = memo.get(value);
        if (known != null) {
            return known;
        }
        if (value instanceof Sequence sequence) {
            Sequence copy = new Sequence(sequence.type, List.of());
            memo.put(value, copy);
            sequence.items.forEach(i -> copy.items.add(copy(i, memo)));
            return copy;
        } else if (value instanceof Dict dict) {
            Dict copy = new Dict();
            memo.put(value, copy);
            dict.entries.forEach((k, v) -> copy.entries.put(k, copy(v, memo)));
            copy.rest = dict.rest;
            return copy;
        } else if (value instanceof Instance instance) {
            Instance copy = new Instance(instance.type, instance.origin);
            memo.put(value, copy);
            instance.attributes.forEach((k, v) -> copy.attributes.put(k, copy(v, memo)));
            return copy;
        }
        return value;
    }

    static boolean same(Value a, Value b) {
        return a == b || (a.getClass() == b.getClass() && ValueText.exact(a).equals(ValueText.exact(b)));
    }

    /**
     * What holds if one of two values does and nobody knows which.
     *
     * @param why the condition between them, for people
     */
    static Value either(Value a, Value b, String why, Set<String> environment) {
        if (same(a, b)) {
            return depending(a, environment(b));
        }
        if (a instanceof Dict left && b instanceof Dict right) {
            return eitherDict(left, right, why, environment);
        }
        if (a instanceof Sequence left && b instanceof Sequence right && left.type.equals(right.type)) {
            return eitherSequence(left, right, why, environment);
        }
        Set<String> names = new TreeSet<>(environment);
        names.addAll(environment(a));
        names.addAll(environment(b));
        return new Unknown(why, names, false);
    }

    /**
     * What is chosen unless the environment says otherwise. Items and entries that only the other one has are there or
     * not.
     */
    static Value chosen(Value chosen, Value other, String why, Set<String> environment) {
        Value value = depending(chosen, environment);
        if (value instanceof Sequence list && other instanceof Sequence rest) {
            Set<String> known = new HashSet<>();
            list.items.forEach(i -> known.add(ValueText.exact(i)));
            rest.items.stream()
                    .filter(i -> !known.contains(ValueText.exact(i)))
                    .forEach(i -> list.items.add(perhaps(i, why, environment)));
        } else if (value instanceof Dict dict && other instanceof Dict rest) {
            rest.entries.forEach((key, entry) -> {
                if (dict.find(key) == null) {
                    dict.entries.put(key, new Unknown(why, environment, false));
                }
            });
        }
        return value;
    }

    /** An item that is there or not. */
    private static Value perhaps(Value item, String why, Set<String> environment) {
        return item instanceof Unknown
                ? item
                : new Unknown(ValueText.of(item) + " is there or not: " + why, environment, false);
    }

    private static Dict eitherDict(Dict a, Dict b, String why, Set<String> environment) {
        Dict both = new Dict();
        Map<Object, Value> keys = new LinkedHashMap<>(a.entries);
        b.entries.forEach(keys::putIfAbsent);
        for (Object key : keys.keySet()) {
            Value left = a.find(key);
            Value right = b.find(key);
            both.entries.put(
                    key,
                    left == null || right == null
                            ? new Unknown(why, environment, false)
                            : either(left, right, why, environment));
        }
        both.rest = a.rest == null ? b.rest : a.rest;
        return both;
    }

    private static Sequence eitherSequence(Sequence a, Sequence b, String why, Set<String> environment) {
        Set<String> inA = new HashSet<>();
        a.items.forEach(i -> inA.add(ValueText.exact(i)));
        Set<String> inB = new HashSet<>();
        b.items.forEach(i -> inB.add(ValueText.exact(i)));
        List<Value> items = new ArrayList<>();
        for (Value item : a.items) {
            items.add(inB.contains(ValueText.exact(item)) ? item : perhaps(item, why, environment));
        }
        for (Value item : b.items) {
            if (!inA.contains(ValueText.exact(item))) {
                items.add(perhaps(item, why, environment));
            }
        }
        return new Sequence(a.type, items);
    }
}
