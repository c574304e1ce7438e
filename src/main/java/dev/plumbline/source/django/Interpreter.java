package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements as Python would, as far as the text says. Where a condition is not decided both branches are run on
 * copies, and what differs between them is afterwards unknown, with the condition as its reason.
 *
 * <p>The settings that matter are those of a process that serves: it survived every {@code raise}, and has no
 * {@code test} among its arguments.
 */
final class Interpreter {

    /** Enough for any settings; stops a file that was made to never end. */
    private static final int MOST_STEPS = 200_000;

    private static final int MOST_DEPTH = 40;

    private final Modules modules;
    private final Expressions expressions;
    private int steps;
    private int depth;

    Interpreter(Modules modules) {
        this.modules = modules;
        this.expressions = new Expressions(this, modules);
    }

    /** How a statement ends. */
    enum Flow {
        ON,
        RETURN,
        RAISE,
        BREAK,
        CONTINUE
    }

    /** A running module, class body or call. */
    static final class Frame {
        final Scope scope;
        final List<Value> perhaps = new ArrayList<>();
        Value returned = Value.NONE;
        boolean perhapsRaises;

        Frame(Scope scope) {
            this.scope = scope;
        }
    }

    /** What a call gives. */
    record Outcome(Value value, boolean raises, boolean perhapsRaises) {}

    boolean spend() {
        return ++steps < MOST_STEPS;
    }

    Value value(Syntax expression, Frame frame) {
        return expressions.value(expression, frame);
    }

    Flow run(List<Syntax> statements, Frame frame) {
        for (Syntax statement : statements) {
            if (!spend()) {
                modules.doubt(
                        frame.scope, frame.scope.file.name() + ":" + statement.line() + " takes too long to evaluate");
                return Flow.ON;
            }
            Flow flow = statement(statement, frame);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow statement(Syntax node, Frame frame) {
        switch (node.type()) {
            case "expression_statement" -> node.parts().forEach(p -> expressionStatement(p, frame));
            case "import_statement", "import_from_statement" -> new Imports(modules).run(node, frame.scope);
            case "if_statement" -> {
                return conditional(
                        node, node.get("condition"), node.get("consequence"), node.all("alternative"), 0, frame);
            }
            case "function_definition" ->
                frame.scope.bind(
                        node.get("name").text(),
                        new Value.Function(node.get("name").text(), node, frame.scope, null),
                        node.line());
            case "class_definition" -> classDefinition(node, frame);
            case "decorated_definition" -> statement(node.get("definition"), frame);
            case "return_statement" -> {
                frame.returned =
                        node.parts().isEmpty() ? Value.NONE : value(node.parts().get(0), frame);
                return Flow.RETURN;
            }
            case "raise_statement" -> {
                return Flow.RAISE;
            }
            case "break_statement" -> {
                return Flow.BREAK;
            }
            case "continue_statement" -> {
                return Flow.CONTINUE;
            }
            case "for_statement" -> {
                return loop(node, frame);
            }
            case "try_statement" -> {
                return attempt(node, frame);
            }
            case "with_statement" -> {
                return with(node, frame);
            }
            case "global_statement" -> node.parts().forEach(p -> frame.scope.globals.add(p.text()));
            case "while_statement" -> undecided(node, frame);
            case "match_statement" -> {
                List<Syntax> clauses = node.get("body").parts().stream()
                        .filter(p -> p.is("case_clause"))
                        .toList();
                return match(node, value(node.get("subject"), frame), clauses, frame);
            }
            case "delete_statement" ->
                node.parts().stream()
                        .flatMap(p -> p.is("expression_list") ? p.parts().stream() : Stream.of(p))
                        .forEach(p -> new Assignments(this, modules).delete(p, frame));
            default -> {}
        }
        return Flow.ON;
    }

    private void expressionStatement(Syntax node, Frame frame) {
        Assignments assignments = new Assignments(this, modules);
        switch (node.type()) {
            case "assignment" -> assignments.assign(node, frame);
            case "augmented_assignment" -> assignments.augment(node, frame);
            default -> value(node, frame);
        }
    }

    private void classDefinition(Syntax node, Frame frame) {
        String name = node.get("name").text();
        List<Value> bases = new ArrayList<>();
        node.child("superclasses")
                .ifPresent(s -> s.parts().stream()
                        .filter(p -> !p.is("keyword_argument"))
                        .forEach(p -> bases.add(value(p, frame))));
        Scope body = frame.scope.inner();
        run(node.get("body").children(), new Frame(body));
        frame.scope.bind(name, new Value.Type(name, bases, body, node, node.line()), node.line());
    }

    /** Calls a function of the project. */
    Outcome call(Value.Function function, List<Value> arguments, Map<String, Value> named) {
        if (depth >= MOST_DEPTH || !spend()) {
            return new Outcome(Value.unknown(function.name() + " calls itself too often"), false, false);
        }
        depth++;
        try {
            Frame frame = new Frame(function.scope().inner());
            new Parameters(this).bind(function, arguments, named, frame);
            Syntax body = function.definition().get("body");
            if (function.definition().is("lambda")) {
                return new Outcome(value(body, frame), false, false);
            }
            Flow flow = run(body.children(), frame);
            Value last = flow == Flow.RETURN ? frame.returned : Value.NONE;
            if (flow == Flow.RAISE && frame.perhaps.isEmpty()) {
                return new Outcome(Value.unknown(function.name() + " raises an error"), true, true);
            }
            Value result = flow == Flow.RAISE ? frame.perhaps.get(0) : last;
            for (Value perhaps : frame.perhaps) {
                result = Values.either(
                        perhaps, result, "the result of " + function.name() + " depends on a condition", Set.of());
            }
            return new Outcome(result, false, frame.perhapsRaises || flow == Flow.RAISE);
        } finally {
            depth--;
        }
    }

    private Flow conditional(
            Syntax whole, Syntax condition, Syntax body, List<Syntax> alternatives, int next, Frame frame) {
        Value value = value(condition, frame);
        Boolean holds = Values.truth(value);
        Set<String> environment = Values.environment(value);
        Fork.Branch then = () -> run(body.children(), frame);
        Fork.Branch otherwise = () -> {
            if (next >= alternatives.size()) {
                return Flow.ON;
            }
            Syntax clause = alternatives.get(next);
            return clause.is("elif_clause")
                    ? conditional(
                            whole, clause.get("condition"), clause.get("consequence"), alternatives, next + 1, frame)
                    : run(clause.get("body").children(), frame);
        };
        if (holds != null && environment.isEmpty()) {
            return holds ? then.run() : otherwise.run();
        }
        String why = "depends on the condition '" + shorten(condition.text()) + "' at " + frame.scope.file.name() + ":"
                + condition.line();
        return new Fork(holds, why, environment).run(then, otherwise, frame);
    }

    /** Runs the first clause that fits; what patterns other than constants do is not known. */
    private Flow match(Syntax node, Value subject, List<Syntax> clauses, Frame frame) {
        Boolean fits = clauses.isEmpty() ? null : Patterns.fits(subject, clauses.get(0), p -> value(p, frame));
        if (clauses.isEmpty()) {
            return Flow.ON;
        } else if (!Patterns.areConstants(clauses) || fits == null) {
            undecided(node, frame);
            return Flow.ON;
        }
        Set<String> environment = Values.environment(subject);
        Fork.Branch then = () -> run(clauses.get(0).get("consequence").children(), frame);
        Fork.Branch otherwise = () -> match(node, subject, clauses.subList(1, clauses.size()), frame);
        if (environment.isEmpty() || Patterns.isDefault(clauses.get(0))) {
            return fits ? then.run() : otherwise.run();
        }
        String why = "depends on the match at " + frame.scope.file.name() + ":" + node.line();
        return new Fork(fits, why, environment).run(then, otherwise, frame);
    }

    private Flow attempt(Syntax node, Frame frame) {
        List<Syntax> body = new ArrayList<>(node.get("body").children());
        List<Syntax> handlers =
                node.parts().stream().filter(p -> p.type().startsWith("except")).toList();
        node.parts().stream()
                .filter(p -> p.is("else_clause"))
                .forEach(p -> body.addAll(p.get("body").children()));
        Imports imports = new Imports(modules);
        List<Syntax> statements =
                body.stream().filter(s -> s.named() && !s.is("comment")).toList();
        boolean importsOnly = statements.stream().allMatch(s -> s.type().startsWith("import"));
        Flow flow;
        if (handlers.isEmpty()
                || (importsOnly && statements.stream().allMatch(s -> imports.resolves(s, frame.scope)))) {
            flow = run(body, frame);
        } else {
            String why =
                    "depends on whether the attempt at " + frame.scope.file.name() + ":" + node.line() + " succeeds";
            Fork success = Fork.undecided(why);
            flow = success.run(
                    () -> run(body, frame),
                    () -> {
                        List<Syntax> handler = handlers.get(0).parts().stream()
                                .filter(p -> p.is("block"))
                                .flatMap(b -> b.children().stream())
                                .toList();
                        return run(handler, frame);
                    },
                    frame);
        }
        for (Syntax clause : node.parts()) {
            if (clause.is("finally_clause") && flow == Flow.ON) {
                flow = clause.parts().stream()
                        .filter(p -> p.is("block"))
                        .map(b -> run(b.children(), frame))
                        .findFirst()
                        .orElse(flow);
            }
        }
        return flow;
    }

    private Flow loop(Syntax node, Frame frame) {
        Value items = value(node.get("right"), frame);
        List<Value> known = iterate(items);
        if (known == null) {
            undecided(node, frame);
            return Flow.ON;
        }
        Assignments assignments = new Assignments(this, modules);
        for (Value item : known) {
            if (!spend()) {
                break;
            }
            assignments.bind(node.get("left"), item, frame);
            Flow flow = run(node.get("body").children(), frame);
            if (flow == Flow.BREAK) {
                return Flow.ON;
            } else if (flow == Flow.RETURN || flow == Flow.RAISE) {
                return flow;
            }
        }
        return unlessBroken(node, frame);
    }

    /** Runs the {@code else} of a loop that was not left for sure; it may have been left where it holds a break. */
    private Flow unlessBroken(Syntax loop, Frame frame) {
        List<Syntax> otherwise = loop.child("alternative")
                .map(clause -> clause.get("body").children())
                .orElse(List.of());
        if (!otherwise.isEmpty() && holdsBreak(loop.get("body"))) {
            String why = "depends on whether the loop at " + frame.scope.file.name() + ":" + loop.line() + " is left";
            return Fork.undecided(why).run(() -> run(otherwise, frame), () -> Flow.ON, frame);
        }
        return run(otherwise, frame);
    }

    private static boolean holdsBreak(Syntax node) {
        return node.is("break_statement") || node.children().stream().anyMatch(Interpreter::holdsBreak);
    }

    /** Binds what {@code as} names, and runs the body, which may end at any place if errors are suppressed. */
    private Flow with(Syntax node, Frame frame) {
        boolean suppresses = false;
        for (Syntax clause : node.parts()) {
            for (Syntax item : clause.is("with_clause") ? clause.parts() : List.<Syntax>of()) {
                Syntax context = item.get("value");
                boolean named = context.is("as_pattern");
                Value value = value(named ? context.parts().get(0) : context, frame);
                suppresses |=
                        value instanceof Value.Call call && call.simpleName().equals("suppress");
                if (named) {
                    context.child("alias")
                            .map(a -> a.parts().isEmpty() ? a : a.parts().get(0))
                            .ifPresent(a -> new Assignments(this, modules).bind(a, value, frame));
                }
            }
        }
        List<Syntax> body = node.get("body").children();
        if (!suppresses) {
            return run(body, frame);
        }
        String why = "depends on whether the attempt at " + frame.scope.file.name() + ":" + node.line() + " succeeds";
        return Fork.undecided(why).run(() -> run(body, frame), () -> Flow.ON, frame);
    }

    /** The items of a value, one after the other; null if they are not known. */
    static @Nullable List<Value> iterate(Value value) {
        if (value instanceof Sequence sequence) {
            return List.copyOf(sequence.items);
        } else if (value instanceof Dict dict && dict.rest == null) {
            return dict.entries.keySet().stream()
                    .map(Value::of)
                    .map(Value.class::cast)
                    .toList();
        } else if (value instanceof Constant constant && constant.raw() instanceof String text) {
            return text.codePoints()
                    .mapToObj(c -> (Value) new Constant(Character.toString(c), constant.environment()))
                    .toList();
        }
        return null;
    }

    /** Runs statements that may be run or not, any number of times. */
    private void undecided(Syntax node, Frame frame) {
        String why = "depends on the loop or match at " + frame.scope.file.name() + ":" + node.line();
        node.child("left").ifPresent(l -> new Assignments(this, modules).bind(l, Value.unknown(why), frame));
        List<Syntax> blocks = new ArrayList<>();
        collectBlocks(node.get("body"), blocks);
        for (Syntax block : blocks) {
            Fork.undecided(why).run(() -> run(block.children(), frame), () -> Flow.ON, frame);
        }
    }

    private static void collectBlocks(Syntax body, List<Syntax> blocks) {
        List<Syntax> clauses =
                body.parts().stream().filter(p -> p.is("case_clause")).toList();
        if (clauses.isEmpty()) {
            blocks.add(body);
        } else {
            clauses.forEach(c -> blocks.add(c.get("consequence")));
        }
    }

    static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        String quote = line.length() > 80 ? line.substring(0, 77) + "…" : line;
        return ValueText.hidePasswords(quote);
    }
}
