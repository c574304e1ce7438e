package dev.plumbline.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Says what an expression depends on. */
final class Reach {

    /** Names of what is the same for all facts of a target. */
    static final Set<String> SAME = Set.of(FactModel.TARGET, FactModel.PROJECT, "params");

    private final boolean judgesFacts;

    Reach(Cel.Scope scope) {
        judgesFacts = !RuleLoader.isWhole(scope.subject());
    }

    /** Whether it is worth evaluating once for all facts of a target: it loops, and depends on no fact of its own. */
    boolean isSameForAllFacts(CelExpr expr) {
        boolean outer =
                expr.exprKind().getKind() == Kind.CALL || expr.exprKind().getKind() == Kind.COMPREHENSION;
        return judgesFacts && outer && loops(expr) && SAME.containsAll(names(expr));
    }

    private static boolean loops(CelExpr expr) {
        return expr.exprKind().getKind() == Kind.COMPREHENSION || parts(expr).anyMatch(Reach::loops);
    }

    /** The names that it depends on, without the variables of its own loops. */
    static Set<String> names(CelExpr expr) {
        Set<String> names = new HashSet<>();
        if (expr.exprKind().getKind() == Kind.IDENT) {
            names.add(expr.ident().name());
        } else if (expr.exprKind().getKind() == Kind.COMPREHENSION) {
            CelComprehension loop = expr.comprehension();
            Stream.of(loop.loopCondition(), loop.loopStep(), loop.result()).forEach(e -> names.addAll(names(e)));
            names.remove(loop.iterVar());
            names.remove(loop.accuVar());
            names.addAll(names(loop.iterRange()));
            names.addAll(names(loop.accuInit()));
        } else {
            parts(expr).forEach(e -> names.addAll(names(e)));
        }
        return names;
    }

    /** What it is made of; nothing for loops, and for what rules may not hold. */
    private static Stream<CelExpr> parts(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case SELECT -> Stream.of(expr.select().operand());
            case CALL -> Stream.concat(expr.call().target().stream(), expr.call().args().stream());
            case LIST -> expr.list().elements().stream();
            case CONSTANT, NOT_SET, IDENT, COMPREHENSION, STRUCT, MAP -> Stream.empty();
        };
    }
}
