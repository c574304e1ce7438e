package dev.plumbline.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in the condition of a loop what items have to equal, and makes a {@link Join} of it. */
final class JoinCompiler {

    private final CodeCompiler compiler;
    private final String variable;
    private final Code range;
    private final int item;
    private final boolean sameRange;
    /** What stays the same while the items are put into groups. */
    private final Set<String> same = new HashSet<>();

    JoinCompiler(CodeCompiler compiler, CelExpr.CelComprehension loop, Code range, int item) {
        this.compiler = compiler;
        this.variable = loop.iterVar();
        this.range = range;
        this.item = item;
        for (String name : Reach.SAME) {
            // The variable of a loop around this one may be called like that too.
            if (compiler.variable(name).isEmpty()) {
                same.add(name);
            }
        }
        this.sameRange = same.containsAll(Reach.names(loop.iterRange()));
    }

    /** @param rest what is left of the condition */
    record Found(Join join, Code rest) {}

    /** Nothing if there is nothing that items have to equal, or the items are other ones for each fact. */
    Optional<Found> join(CelExpr condition) {
        List<CelExpr> own = new ArrayList<>();
        List<CelExpr> rest = new ArrayList<>();
        List<CelExpr> keys = new ArrayList<>();
        List<CelExpr> wanted = new ArrayList<>();
        for (CelExpr each : conditions(condition).toList()) {
            if (ofItem(each)) {
                own.add(each);
            } else if (!isCall(each, "_==_")) {
                rest.add(each);
            } else {
                CelExpr left = each.call().args().get(0);
                CelExpr right = each.call().args().get(1);
                if (ofItem(left) && !usesItem(right)) {
                    keys.add(left);
                    wanted.add(right);
                } else if (ofItem(right) && !usesItem(left)) {
                    keys.add(right);
                    wanted.add(left);
                } else {
                    rest.add(each);
                }
            }
        }
        if (!sameRange || keys.isEmpty()) {
            return Optional.empty();
        }
        Join join = new Join(range, item, all(own), compile(keys), compile(wanted));
        return Optional.of(new Found(join, all(rest)));
    }

    private static Stream<CelExpr> conditions(CelExpr expr) {
        return isCall(expr, "_&&_") ? expr.call().args().stream().flatMap(JoinCompiler::conditions) : Stream.of(expr);
    }

    private static boolean isCall(CelExpr expr, String function) {
        return expr.exprKind().getKind() == Kind.CALL && expr.call().function().equals(function);
    }

    private boolean usesItem(CelExpr expr) {
        return Reach.names(expr).contains(variable);
    }

    /** Whether it depends on the item, and on nothing else that changes. */
    private boolean ofItem(CelExpr expr) {
        Set<String> names = Reach.names(expr);
        return names.remove(variable) && same.containsAll(names);
    }

    private List<Code> compile(List<CelExpr> expressions) {
        return expressions.stream().map(compiler::compile).toList();
    }

    private Code all(List<CelExpr> conditions) {
        return compile(conditions).stream().reduce(Logic.And::new).orElse(new Code.Constant(true));
    }
}
