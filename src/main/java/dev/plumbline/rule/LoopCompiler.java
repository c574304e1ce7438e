package dev.plumbline.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Optional;

/** Compiles what the macros all, exists, exists_one, filter and map became in the syntax tree. */
final class LoopCompiler {

    private final CodeCompiler compiler;

    LoopCompiler(CodeCompiler compiler) {
        this.compiler = compiler;
    }

    Code loop(CelExpr expr) {
        CelComprehension loop = expr.comprehension();
        if (!loop.iterVar2().isEmpty()) {
            throw compiler.unsupported(expr, "loops over two variables are not supported in rules", "");
        }
        Code range = compiler.compile(loop.iterRange());
        Code start = compiler.compile(loop.accuInit());
        Optional<Integer> outerItem = compiler.variable(loop.iterVar());
        Optional<Integer> outerResult = compiler.variable(loop.accuVar());
        int item = compiler.declare(loop.iterVar());
        int result = compiler.declare(loop.accuVar());
        try {
            return loop(loop, range, start, item, result);
        } finally {
            compiler.restore(loop.iterVar(), outerItem);
            compiler.restore(loop.accuVar(), outerResult);
        }
    }

    private Code loop(CelComprehension loop, Code range, Code start, int item, int result) {
        CelExpr step = loop.loopStep();
        String accu = loop.accuVar();
        if (isIdent(loop.result(), accu) && step.exprKind().getKind() == Kind.CALL) {
            CelCall call = step.call();
            boolean ofResult = !call.args().isEmpty() && isIdent(call.args().get(0), accu);
            if (call.function().equals("_&&_") && ofResult && isTrue(start)) {
                return new Loops.All(range, item, compiler.compile(call.args().get(1)));
            }
            if (call.function().equals("_||_") && ofResult && isFalse(start)) {
                CelExpr condition = call.args().get(1);
                Code whole = new Loops.Exists(range, item, compiler.compile(condition));
                return new JoinCompiler(compiler, loop, range, item)
                        .join(condition)
                        .<Code>map(found -> new Join.Exists(found.join(), found.rest(), whole))
                        .orElse(whole);
            }
            if (isEmptyList(loop.accuInit()) && ofResult) {
                Optional<CelExpr> added = added(step, accu);
                if (added.isPresent()) {
                    return new Loops.Collect(range, item, new Code.Constant(true), compiler.compile(added.get()));
                }
            }
            if (isEmptyList(loop.accuInit())
                    && call.function().equals("_?_:_")
                    && isIdent(call.args().get(2), accu)) {
                Optional<CelExpr> added = added(call.args().get(1), accu);
                if (added.isPresent()) {
                    CelExpr condition = call.args().get(0);
                    Code whole =
                            new Loops.Collect(range, item, compiler.compile(condition), compiler.compile(added.get()));
                    if (!isIdent(added.get(), loop.iterVar())) {
                        return whole;
                    }
                    return new JoinCompiler(compiler, loop, range, item)
                            .join(condition)
                            .<Code>map(found -> new Join.Filter(found.join(), found.rest(), whole))
                            .orElse(whole);
                }
            }
        }
        Code condition = compiler.compile(loop.loopCondition());
        Code next = compiler.compile(step);
        return new Loops.Fold(range, start, condition, next, compiler.compile(loop.result()), item, result);
    }

    /** The one item that a step {@code accu + [item]} adds. */
    private static Optional<CelExpr> added(CelExpr step, String accu) {
        if (step.exprKind().getKind() != Kind.CALL || !step.call().function().equals("_+_")) {
            return Optional.empty();
        }
        List<CelExpr> arguments = step.call().args();
        CelExpr right = arguments.get(1);
        return isIdent(arguments.get(0), accu)
                        && right.exprKind().getKind() == Kind.LIST
                        && right.list().elements().size() == 1
                ? Optional.of(right.list().elements().get(0))
                : Optional.empty();
    }

    private static boolean isIdent(CelExpr expr, String name) {
        return expr.exprKind().getKind() == Kind.IDENT && expr.ident().name().equals(name);
    }

    private static boolean isEmptyList(CelExpr expr) {
        return expr.exprKind().getKind() == Kind.LIST && expr.list().elements().isEmpty();
    }

    private static boolean isTrue(Code code) {
        return code instanceof Code.Constant constant && constant.value().equals(true);
    }

    private static boolean isFalse(Code code) {
        return code instanceof Code.Constant constant && constant.value().equals(false);
    }
}
