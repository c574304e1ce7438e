package dev.plumbline.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.StructValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google's own runtime, on facts that are read straight from the snapshot: what compiled expressions must agree with,
 * value and error alike.
 */
final class Oracle {

    private final Cel cel;

    Oracle(Cel cel) {
        this.cel = cel;
    }

    /** The value as text, or the word error and its code. */
    String eval(Expression expression, Node subject, Map<String, Object> parameters) {
        CelRuntimeBuilder builder = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(Cel.options())
                .setTypeProvider(cel.model().provider(new HashMap<>()));
        for (List<Functions.Function> overloads : cel.functions().values()) {
            List<CelFunctionBinding> bindings = new ArrayList<>();
            overloads.forEach(f -> bindings.add(binding(f, subject.view())));
            builder.addFunctionBindings(
                    CelFunctionBinding.fromOverloads(overloads.get(0).name(), bindings));
        }
        CelRuntime runtime = builder.build();
        Map<String, Object> variables = new HashMap<>();
        variables.put("params", parameters);
        variables.put("target", new Value(subject.view().node()));
        variables.put("project", new Value(subject.view().world().project().node()));
        if (subject.factOrNull() != null) {
            variables.put(subject.fact().kind().name(), new Value(subject));
        }
        try {
            return show(runtime.createProgram(expression.tree()).eval(variables));
        } catch (CelEvaluationException e) {
            return isLeak(e) ? LEAK : "error " + e.getErrorCode();
        }
    }

    /**
     * Google's planner hands an error that {@code ||}, {@code &&} or a loop ended in to the function or the condition
     * around it as a value, which then complains of the value's class. In an expression that was type-checked neither
     * complaint can have another reason.
     */
    static final String LEAK = "error of some sort";

    private static boolean isLeak(CelEvaluationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Expected boolean value, found")) {
                return true;
            }
        }
        return e.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND;
    }

    static boolean agree(String own, String theirs) {
        return own.equals(theirs) || (own.startsWith("error") && theirs.equals(LEAK));
    }

    /** Ours, in the same form. */
    static String own(Expression expression, Node subject) {
        try {
            return show(expression.eval(subject));
        } catch (EvalError e) {
            return "error " + e.code();
        }
    }

    static String show(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Oracle::show).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> shown = new java.util.TreeMap<>();
            map.forEach((k, v) -> shown.put(show(k), show(v)));
            return shown.toString();
        }
        return value.getClass().getSimpleName().replace("Value", "Node") + " " + value;
    }

    @SuppressWarnings("Immutable") // functions and views are, but not by a name that Error Prone knows
    private static CelFunctionBinding binding(Functions.Function function, World.View view) {
        List<Class<?>> classes = new ArrayList<>();
        function.arguments().forEach(t -> classes.add(javaClass(t)));
        return CelFunctionBinding.from(function.overload(), ImmutableList.copyOf(classes), arguments -> {
            try {
                Object result = function.body().apply(view, arguments);
                return result instanceof Node node ? new Value(node) : result;
            } catch (EvalError e) {
                throw new Failure(e);
            }
        });
    }

    private static final class Failure extends CelRuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(EvalError error) {
            super(error, error.code());
        }
    }

    private static Class<?> javaClass(CelType type) {
        if (type.equals(SimpleType.STRING)) {
            return String.class;
        }
        if (type.equals(SimpleType.INT)) {
            return Long.class;
        }
        return type instanceof ListType ? List.class : type instanceof MapType ? Map.class : Object.class;
    }

    /** A fact, a target or the project as Google's runtime sees it. */
    @SuppressWarnings("Immutable")
    static final class Value extends StructValue<String, Object> {
        private final Node node;

        Value(Node node) {
            this.node = node;
        }

        @Override
        public Object value() {
            return this;
        }

        @Override
        public boolean isZeroValue() {
            return false;
        }

        @Override
        public CelType celType() {
            Fact fact = node.factOrNull();
            return StructTypeReference.create(FactModel.typeName(
                    fact != null ? fact.kind().name() : isProject() ? FactModel.PROJECT : FactModel.TARGET));
        }

        private boolean isProject() {
            return node.view() == node.view().world().project();
        }

        @Override
        public Object select(String field) {
            return found(field).orElseThrow(() -> CelAttributeNotFoundException.forFieldResolution(field));
        }

        @Override
        public Optional<?> find(String field) {
            Fact fact = node.factOrNull();
            if (fact != null && fact.kind().attribute(field).isPresent()) {
                return Optional.ofNullable(fact.get(field));
            }
            return found(field).filter(value -> !(value instanceof List<?> list && list.isEmpty()));
        }

        private Optional<Object> found(String field) {
            Fact fact = node.factOrNull();
            return fact == null ? ofWhole(field) : ofFact(fact, field);
        }

        private Optional<Object> ofWhole(String field) {
            World.View view = node.view();
            World world = view.world();
            return switch (field) {
                case "name" -> Optional.of(view.title());
                case "engine" -> Optional.of(view.engine());
                case "version" -> Optional.of(view.version());
                case "path" -> Optional.of("target:" + view.name());
                case "major" -> Optional.of(view.major());
                case "minor" -> Optional.of(view.minor());
                case "targets" -> Optional.of(values(world.targetNodes()));
                default ->
                    view.snapshot().kinds().all().stream()
                            .filter(k -> k.plural().equals(field))
                            .findFirst()
                            .map(k -> values(isProject() ? world.everywhere(k.name()) : view.nodes(k.name())));
            };
        }

        private static Object values(List<Node> nodes) {
            return nodes.stream().map(Value::new).toList();
        }

        private Optional<Object> ofFact(Fact fact, String field) {
            Kind kind = fact.kind();
            Optional<Kind.Attribute> attribute = kind.attribute(field);
            if (attribute.isPresent()) {
                Object value = fact.get(field);
                return Optional.of(
                        value != null
                                ? value
                                : Codes.Attribute.empty(attribute.get().type()));
            }
            List<String> names = fact.path().names();
            int rank = kind.anyParent() ? -1 : kind.pathNames().indexOf(field);
            if (rank >= 0) {
                return Optional.of(names.get(rank));
            }
            Snapshot snapshot = node.view().snapshot();
            if (field.startsWith("of_") && !field.equals("of_kind") && !field.equals("of_path")) {
                return snapshot.parent(fact)
                        .filter(parent -> field.equals("of_" + parent.kind().name()))
                        .map(parent -> new Value(node.view().find(parent.path())));
            }
            return switch (field) {
                case "path" ->
                    Optional.of(
                            kind.name().equals("change")
                                    ? fact.text("object").orElse("")
                                    : fact.path().toString());
                case "name" -> Optional.of(names.get(names.size() - 1));
                case "target" -> Optional.of(node.view().name());
                case "engine" -> Optional.of(node.view().engine());
                case "of_kind" -> Optional.of(names.get(0));
                case "of_path" ->
                    Optional.of(new FactPath(names.get(0), names.subList(1, names.size() - 1)).toString());
                default ->
                    snapshot.kinds().all().stream()
                            .filter(k -> k.plural().equals(field))
                            .findFirst()
                            .map(k -> values(snapshot.parts(fact, k.name()).stream()
                                    .map(part -> node.view().find(part.path()))
                                    .toList()));
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Value value && node.equals(value.node);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }

        @Override
        public String toString() {
            return node.path();
        }
    }
}
