package dev.plumbline.source.django;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is worth, as far as the text says. Lists and dictionaries can change and be shared, as in Python;
 * all others are values.
 */
sealed interface Value {

    Constant NONE = new Constant(Nothing.NONE, Set.of());
    Constant TRUE = new Constant(true, Set.of());
    Constant FALSE = new Constant(false, Set.of());

    static Constant of(Object raw) {
        return new Constant(raw, Set.of());
    }

    static Unknown unknown(String reason) {
        return new Unknown(reason, Set.of(), false);
    }

    /** Python's {@code None}. */
    enum Nothing {
        NONE
    }

    /** A path, told from a text because it can be divided. */
    record PathText(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @param raw a String, Long, Double, Boolean, {@link Nothing}, {@link PathText} or {@link java.time.Duration}
     * @param environment variables that may give another value than this, which is their default
     */
    record Constant(Object raw, Set<String> environment) implements Value {
        public Constant {
            environment = Collections.unmodifiableSet(new TreeSet<>(environment));
        }

        boolean isNone() {
            return raw == Nothing.NONE;
        }
    }

    /**
     * What the text does not decide.
     *
     * @param reason for people, without a full stop
     * @param environment variables it depends on
     * @param perhapsNone whether it is an environment variable that may be absent, so that {@code or} has a say
     */
    record Unknown(String reason, Set<String> environment, boolean perhapsNone) implements Value {
        public Unknown {
            environment = Collections.unmodifiableSet(new TreeSet<>(environment));
        }
    }

    /** A name that something outside the project defines, for instance {@code django.db.models.CharField}. */
    record Symbol(String dotted) implements Value {}

    /** A call of something outside the project. */
    record Call(String dotted, List<Value> arguments, Map<String, Value> named, int line) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }

        String simpleName() {
            return dotted.substring(dotted.lastIndexOf('.') + 1);
        }

        @Nullable
        Value argument(int position, String name) {
            Value value = named.get(name);
            return value != null ? value : position < arguments.size() ? arguments.get(position) : null;
        }
    }

    /** A list, tuple or set; a set keeps the order of the text. */
    final class Sequence implements Value {
        final String type;
        final List<Value> items;

        Sequence(String type, List<Value> items) {
            this.type = type;
            this.items = new ArrayList<>(items);
        }
    }

    /** A dictionary; keys are raw constants. */
    final class Dict implements Value {
        final Map<Object, Value> entries = new LinkedHashMap<>();

        /** What any key may be worth that is not among the entries; null if they are all. */
        @Nullable
        Unknown rest;

        /** A key's value; null if there is none for sure. */
        @Nullable
        Value find(Object key) {
            Value value = entries.get(key);
            return value == null ? rest : value;
        }
    }

    /** A method of a constant, a list, a dictionary or a call's result, before it is called. */
    record Method(Value receiver, String name) implements Value {}

    /** A function of the project. A method knows its receiver. */
    record Function(
            String name,
            Syntax definition,
            Scope scope,
            @Nullable Value receiver) implements Value {}

    /** A class of the project, or with external bases only the names of these. */
    record Type(String name, List<Value> bases, Scope body, Syntax definition, int line) implements Value {
        public Type {
            bases = List.copyOf(bases);
        }
    }

    /** An object with attributes: an instance of a class of the project, or something the reader made up. */
    final class Instance implements Value {
        final @Nullable Type type;

        /** How it was made; null for what the reader made up. */
        final @Nullable Call origin;

        final Map<String, Value> attributes = new LinkedHashMap<>();

        Instance(@Nullable Type type, @Nullable Call origin) {
            this.type = type;
            this.origin = origin;
        }
    }

    /** A module of the project. */
    record Module(Scope scope) implements Value {}
}
