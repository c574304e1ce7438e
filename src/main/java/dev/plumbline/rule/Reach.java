package dev.plumbline.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.Set;

/** Says what an expression depends on. */
final class Reach {

    private static final Set<String> SAME = Set.of(FactModel.TARGET, FactModel.PROJECT, "params");

    private final boolean judgesFacts;
    private boolean loops;

    Reach(Cel.Scope scope) {
        judgesFacts = !RuleLoader.isWhole(scope.subject());
    }

    /** Whether it is worth evaluating once for all facts of a target: it loops, and depends on no fact of its own. */
    boolean isSameForAllFacts(CelExpr expr) {
        boolean outer =
                expr.exprKind().getKind() == Kind.CALL || expr.exprKind().getKind() == Kind.COMPREHENSION;
        return judgesFacts && outer && same(expr, new HashSet<>()) && loops;
    }

    /** @param bound variables of loops within the expression */
    private boolean same(CelExpr expr, Set<String> bound) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT, NOT_SET -> true;
            case IDENT ->
                bound.contains(expr.ident().name())
                        || SAME.contains(expr.ident().name());
            case SELECT -> same(expr.select().operand(), bound);
            case CALL ->
                (expr.call().target().isEmpty() || same(expr.call().target().get(), bound))
                        && expr.call().args().stream().allMatch(a -> same(a, bound));
            case LIST -> expr.list().elements().stream().allMatch(e -> same(e, bound));
            case COMPREHENSION -> loop(expr.comprehension(), bound);
            case STRUCT, MAP -> false;
        };
    }

    private boolean loop(CelComprehension loop, Set<String> bound) {
        loops = true;
        Set<String> inner = new HashSet<>(bound);
        inner.add(loop.iterVar());
        inner.add(loop.accuVar());
        return same(loop.iterRange(), bound)
                && same(loop.accuInit(), bound)
                && same(loop.loopCondition(), inner)
                && same(loop.loopStep(), inner)
                && same(loop.result(), inner);
    }
}
