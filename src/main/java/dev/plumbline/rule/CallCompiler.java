package dev.plumbline.rule;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles operators and functions. */
final class CallCompiler {

    private final CodeCompiler compiler;

    CallCompiler(CodeCompiler compiler) {
        this.compiler = compiler;
    }

    Code call(CelExpr expr) {
        String name = expr.call().function();
        List<CelExpr> operands = new ArrayList<>();
        expr.call().target().ifPresent(operands::add);
        operands.addAll(expr.call().args());
        Code own = own(expr, operands);
        if (own != null) {
            return own;
        }
        Code[] code = operands.stream().map(compiler::compile).toArray(Code[]::new);
        return switch (name) {
            case "_&&_" -> new Logic.And(code[0], code[1]);
            case "_||_" -> new Logic.Or(code[0], code[1]);
            case "!_" -> new Logic.Not(code[0]);
            case "_?_:_" -> new Logic.Choice(code[0], code[1], code[2]);
            case "@not_strictly_false" -> new Logic.NotStrictlyFalse(code[0]);
            case "_==_" -> equal(code[0], code[1], true);
            case "_!=_" -> equal(code[0], code[1], false);
            case "_<_" -> new Compare(code, -1, -1);
            case "_<=_" -> new Compare(code, -1, 0);
            case "_>_" -> new Compare(code, 1, 1);
            case "_>=_" -> new Compare(code, 0, 1);
            case "@in" -> in(code[0], code[1]);
            case "_[_]" -> binary(code, CelValues::index);
            case "size" -> unary(code[0], CelValues::size);
            case "_+_" -> binary(code, Arithmetic::add);
            case "_-_" -> binary(code, Arithmetic::subtract);
            case "_*_" -> binary(code, Arithmetic::multiply);
            case "_/_" -> binary(code, Arithmetic::divide);
            case "_%_" -> binary(code, Arithmetic::modulo);
            case "-_" -> unary(code[0], Arithmetic::negate);
            case "contains" -> text(code, (a, b) -> a.contains(b));
            case "startsWith" -> text(code, (a, b) -> a.startsWith(b));
            case "endsWith" -> text(code, (a, b) -> a.endsWith(b));
            case "matches" -> matches(expr, code);
            case "string" -> convert(expr, code[0], Object::toString);
            case "int" -> convert(expr, code[0], Arithmetic::toInt);
            case "double" -> convert(expr, code[0], Arithmetic::toDouble);
            default ->
                throw compiler.unsupported(
                        expr, "'" + name + "' is not supported in rules", "see docs/writing-rules.md");
        };
    }

    private @org.jspecify.annotations.Nullable Code own(CelExpr expr, List<CelExpr> operands) {
        for (Functions.Function function :
                compiler.cel().functions().getOrDefault(expr.call().function(), List.of())) {
            if (compiler.overloads(expr).contains(function.overload())) {
                if (!function.kind().isEmpty()) {
                    compiler.touch(function.kind());
                }
                return new Own(
                        function, operands.stream().map(compiler::compile).toArray(Code[]::new));
            }
        }
        return null;
    }

    private Code convert(CelExpr expr, Code of, Unary conversion) {
        for (String overload : compiler.overloads(expr)) {
            if (overload.contains("bytes")
                    || overload.contains("uint64")
                    || overload.contains("timestamp")
                    || overload.contains("duration")) {
                throw compiler.unsupported(
                        expr, "times, durations, bytes and uint are not supported in rules", "see age_days(text)");
            }
        }
        return unary(of, conversion);
    }

    private Code matches(CelExpr expr, Code[] code) {
        if (code[1] instanceof Code.Constant constant) {
            try {
                return new Matches(code[0], Functions.pattern((String) constant.value()));
            } catch (EvalError e) {
                throw compiler.unsupported(expr, String.valueOf(e.getMessage()), "patterns are RE2");
            }
        }
        return text(code, (a, b) -> Functions.pattern(b).find(a));
    }

    private static Code in(Code item, Code container) {
        if (container instanceof Code.Constant constant
                && constant.value() instanceof List<?> list
                && list.stream().allMatch(String.class::isInstance)) {
            Set<Object> set = new HashSet<>(list);
            return new Code.Test() {
                @Override
                boolean test(Frame frame) {
                    return set.contains(item.eval(frame));
                }
            };
        }
        return new Code.Test() {
            @Override
            boolean test(Frame frame) {
                Object value = item.eval(frame);
                return CelValues.contains(value, container.eval(frame));
            }
        };
    }

    interface Unary {
        Object apply(Object value);
    }

    interface Binary {
        Object apply(Object left, Object right);
    }

    interface TextTest {
        boolean test(String left, String right);
    }

    private static Code unary(Code of, Unary operation) {
        return new Code() {
            @Override
            Object eval(Frame frame) {
                return operation.apply(of.eval(frame));
            }
        };
    }

    private static Code binary(Code[] code, Binary operation) {
        Code left = code[0];
        Code right = code[1];
        return new Code() {
            @Override
            Object eval(Frame frame) {
                Object value = left.eval(frame);
                return operation.apply(value, right.eval(frame));
            }
        };
    }

    private static Code text(Code[] code, TextTest operation) {
        Code left = code[0];
        Code right = code[1];
        return new Code.Test() {
            @Override
            boolean test(Frame frame) {
                String value = (String) left.eval(frame);
                return operation.test(value, (String) right.eval(frame));
            }
        };
    }

    private static final class Matches extends Code.Test {
        private final Code text;
        private final TextPattern pattern;

        Matches(Code text, TextPattern pattern) {
            this.text = text;
            this.pattern = pattern;
        }

        @Override
        boolean test(Frame frame) {
            return pattern.find((String) text.eval(frame));
        }
    }

    private static Code equal(Code left, Code right, boolean wanted) {
        return right instanceof Code.Constant constant && constant.value() instanceof String text
                ? new EqualText(left, text, wanted)
                : new Equal(left, right, wanted);
    }

    private static final class EqualText extends Code.Test {
        private final Code left;
        private final String right;
        private final boolean wanted;

        EqualText(Code left, String right, boolean wanted) {
            this.left = left;
            this.right = right;
            this.wanted = wanted;
        }

        @Override
        boolean test(Frame frame) {
            return right.equals(left.eval(frame)) == wanted;
        }
    }

    private static final class Equal extends Code.Test {
        private final Code left;
        private final Code right;
        private final boolean wanted;

        Equal(Code left, Code right, boolean wanted) {
            this.left = left;
            this.right = right;
            this.wanted = wanted;
        }

        @Override
        boolean test(Frame frame) {
            Object value = left.eval(frame);
            return CelValues.equal(value, right.eval(frame)) == wanted;
        }
    }

    private static final class Compare extends Code.Test {
        private final Code left;
        private final Code right;
        private final int least;
        private final int most;

        Compare(Code[] code, int least, int most) {
            this.left = code[0];
            this.right = code[1];
            this.least = least;
            this.most = most;
        }

        @Override
        boolean test(Frame frame) {
            Object value = left.eval(frame);
            Object other = right.eval(frame);
            if (value instanceof Double x && other instanceof Double y) {
                // NaN is neither less nor greater than anything.
                return (least < 0 && x < y) || (most > 0 && x > y) || (least <= 0 && most >= 0 && x.doubleValue() == y);
            }
            int order = Integer.signum(CelValues.compare(value, other));
            return order >= least && order <= most;
        }
    }

    private static final class Own extends Code {
        private final Functions.Function function;
        private final Code[] arguments;

        Own(Functions.Function function, Code[] arguments) {
            this.function = function;
            this.arguments = arguments;
        }

        @Override
        Object eval(Frame frame) {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].eval(frame);
            }
            return function.body().apply(frame.view(), values);
        }
    }
}
