package dev.plumbline.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns a checked syntax tree into code. What it does not know is refused when a rule is loaded, never at run time. */
final class CodeCompiler {

    private final Cel cel;
    private final Cel.Scope scope;
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> parameters = new TreeSet<>();
    private final Map<String, Integer> variables = new HashMap<>();
    private int locals;
    private boolean inOnce;
    private CelAbstractSyntaxTree tree = CelAbstractSyntaxTree.newParsedAst(
            CelExpr.newBuilder().build(), dev.cel.common.CelSource.newBuilder().build());

    CodeCompiler(Cel cel, Cel.Scope scope) {
        this.cel = cel;
        this.scope = scope;
    }

    Expression compile(String text, CelAbstractSyntaxTree checked) {
        tree = checked;
        Code code = code(checked.getExpr());
        return new Expression(
                text,
                code,
                checked.getResultType(),
                Set.copyOf(kinds),
                List.copyOf(attributes),
                Set.copyOf(parameters),
                locals,
                checked);
    }

    private Code code(CelExpr expr) {
        if (!inOnce && new Reach(scope).isSameForAllFacts(expr)) {
            inOnce = true;
            try {
                return new Codes.Once(plain(expr));
            } finally {
                inOnce = false;
            }
        }
        return plain(expr);
    }

    private Code plain(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT -> new Code.Constant(constant(expr, expr.constant()));
            case IDENT -> ident(expr);
            case SELECT -> select(expr);
            case CALL -> new CallCompiler(this).call(expr);
            case LIST -> list(expr);
            case MAP -> throw unsupported(expr, "a map cannot be written in a rule", "use a list");
            case STRUCT -> throw unsupported(expr, "a fact cannot be made in a rule", "");
            case COMPREHENSION -> new LoopCompiler(this).loop(expr);
            case NOT_SET -> throw unsupported(expr, "the expression is empty", "");
        };
    }

    Code compile(CelExpr expr) {
        return code(expr);
    }

    Cel cel() {
        return cel;
    }

    void touch(String kind) {
        kinds.add(kind);
    }

    CelType type(CelExpr expr) {
        return tree.getType(expr.id()).orElseThrow();
    }

    List<String> overloads(CelExpr expr) {
        return tree.getReference(expr.id())
                .map(r -> (List<String>) r.overloadIds())
                .orElse(List.of());
    }

    Unsupported unsupported(CelExpr expr, String what, String mend) {
        Integer offset = tree.getSource().getPositionsMap().get(expr.id());
        return new Unsupported(offset == null ? 0 : offset, what, mend);
    }

    private Object constant(CelExpr expr, CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            case NULL_VALUE ->
                throw unsupported(
                        expr, "nothing is null in a rule", "ask has(fact.attribute) whether there is a value");
            default ->
                throw unsupported(
                        expr, "constants of this type are not supported in rules", "use text, int, double or bool");
        };
    }

    /** Runs a block in which a name stands for a local variable. */
    int declare(String name) {
        int slot = locals++;
        variables.put(name, slot);
        return slot;
    }

    Optional<Integer> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    void restore(String name, Optional<Integer> earlier) {
        earlier.ifPresentOrElse(slot -> variables.put(name, slot), () -> variables.remove(name));
    }

    private Code ident(CelExpr expr) {
        String name = expr.ident().name();
        Integer slot = variables.get(name);
        if (slot != null) {
            return new Codes.Local(slot);
        }
        if (type(expr).kind() == CelKind.TYPE) {
            throw unsupported(expr, "'" + name + "' is a type, which is no value in a rule", "");
        }
        if (name.equals(scope.subject())) {
            return new Codes.Subject();
        }
        if (name.equals(FactModel.TARGET) && !scope.subject().equals(FactModel.PROJECT)) {
            return new Codes.Target();
        }
        if (name.equals(FactModel.PROJECT)) {
            return new Codes.ProjectNode();
        }
        List<String> known = new ArrayList<>(List.of(scope.subject(), FactModel.TARGET, FactModel.PROJECT, "params"));
        if (scope.subject().equals(FactModel.PROJECT)) {
            known.remove(FactModel.TARGET);
        }
        String owner = "of_" + name;
        boolean owned =
                cel.model().fieldsOf(FactModel.typeName(scope.subject())).containsKey(owner);
        throw unsupported(
                expr,
                "'" + name + "' is not known in a rule for " + scope.subject(),
                owned
                        ? "use " + scope.subject() + "." + owner
                        : "known are " + String.join(", ", new LinkedHashSet<>(known)));
    }

    private Code list(CelExpr expr) {
        boolean mixed = type(expr).parameters().contains(dev.cel.common.types.SimpleType.DYN);
        if (mixed && !expr.list().elements().isEmpty()) {
            throw unsupported(expr, "the items of a list are of different types", "");
        }
        List<Code> items = expr.list().elements().stream().map(this::code).toList();
        if (items.stream().allMatch(Code::isConstant)) {
            return new Code.Constant(
                    items.stream().map(i -> ((Code.Constant) i).value()).toList());
        }
        return new Codes.ListOf(items.toArray(Code[]::new));
    }

    private Code select(CelExpr expr) {
        CelExpr operand = expr.select().operand();
        String name = expr.select().field();
        boolean test = expr.select().testOnly();
        if (operand.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && operand.ident().name().equals("params")
                && variable("params").isEmpty()) {
            parameters.add(name);
            Object value = scope.parameters().get(name);
            if (value == null) {
                throw unsupported(expr, "the rule has no parameter '" + name + "'", "");
            }
            return new Code.Constant(test ? (Object) true : value);
        }
        if (tree.getReference(expr.id()).isPresent()) {
            throw unsupported(expr, "a type is no value in a rule", "");
        }
        CelType type = type(operand);
        Code of = code(operand);
        if (type.kind() == CelKind.MAP) {
            return test ? new Codes.HasEntry(of, name) : new Codes.Entry(of, name);
        }
        FactField field = cel.model().field(type, name);
        if (field == null) {
            throw unsupported(expr, "there is no attribute '" + name + "' on " + CelProblems.type(type), "");
        }
        if (operand.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && operand.ident().name().equals(scope.subject())
                && variable(scope.subject()).isEmpty()) {
            attributes.add(name);
        }
        if (!field.kind().isEmpty() && field.access() != FactField.Access.TARGETS) {
            boolean everywhere =
                    field.access() == FactField.Access.ALL && type.name().equals(FactModel.typeName(FactModel.PROJECT));
            kinds.add(everywhere ? Expression.EVERYWHERE + field.kind() : field.kind());
        }
        return Codes.field(of, field, test, attributeType(type, field));
    }

    private Kind.Type attributeType(CelType type, FactField field) {
        if (field.access() != FactField.Access.ATTRIBUTE) {
            return Kind.Type.TEXT;
        }
        String kind = type.name().substring(FactModel.typeName("").length());
        return cel.model().kinds().get(kind).attributes().get(field.index()).type();
    }

    /** An expression that CEL allows and rules do not. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int offset;
        private final String what;
        private final String mend;

        Unsupported(int offset, String what, String mend) {
            super(what);
            this.offset = offset;
            this.what = what;
            this.mend = mend;
        }

        int offset() {
            return offset;
        }

        String what() {
            return what;
        }

        String mend() {
            return mend;
        }
    }
}
