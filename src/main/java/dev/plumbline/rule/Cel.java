package dev.plumbline.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks expressions against the declared attributes of kinds and compiles them. Google's library is used for syntax
 * and types; it is loaded when the first expression is, since that takes half a second.
 */
final class Cel {

    private static final int MAX_CHARACTERS = 10_000;

    private final FactModel model;
    private final Map<String, List<Functions.Function>> functions = new LinkedHashMap<>();
    private final Map<Map<String, CelType>, CelCompiler> compilers = new HashMap<>();
    private final Map<Question, Expression> compiled = new ConcurrentHashMap<>();

    Cel(Kinds kinds) {
        model = new FactModel(kinds);
        List<Functions.Function> all = new ArrayList<>(Functions.common());
        for (Kind kind : kinds.all()) {
            all.add(Functions.lookUp(kind));
        }
        all.forEach(
                f -> functions.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f));
    }

    FactModel model() {
        return model;
    }

    Map<String, List<Functions.Function>> functions() {
        return functions;
    }

    static CelOptions options() {
        return CelOptions.current()
                .enableReservedIds(true)
                .enableHeterogeneousNumericComparisons(true)
                .maxExpressionCodePointSize(MAX_CHARACTERS)
                .maxParseRecursionDepth(100)
                .comprehensionMaxIterations(Frame.BUDGET)
                .build();
    }

    /** Where an expression stands. */
    interface Places {
        Yaml.Place at(int offset);
    }

    /** What an expression may name, and what it is to yield. */
    record Scope(String subject, Map<String, Object> parameters) {

        Map<String, CelType> parameterTypes() {
            Map<String, CelType> types = new TreeMap<>();
            parameters.forEach((name, value) -> types.put(name, Parameter.celType(value)));
            return types;
        }
    }

    /** The expression, or nothing if it has problems, which are then added with their places. */
    Optional<Expression> condition(String text, Scope scope, Places places, List<Problem> problems) {
        return compile(text, scope, places, problems).filter(e -> {
            if (e.type().equals(SimpleType.BOOL)) {
                return true;
            }
            problems.add(new Problem(
                    places.at(0).toString(),
                    "the expression yields " + CelProblems.type(e.type()) + ", not true or false",
                    "compare it with something"));
            return false;
        });
    }

    /** What was asked for: messages in two languages name the same things, and so do those of many rules. */
    private record Question(String text, Scope scope) {}

    /** The same for an expression that may yield anything. May be called by several threads. */
    Optional<Expression> compile(String text, Scope scope, Places places, List<Problem> problems) {
        Question question = new Question(text, scope);
        Expression known = compiled.get(question);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            CelAbstractSyntaxTree tree =
                    compiler(scope.parameterTypes()).compile(text).getAst();
            Expression expression = new CodeCompiler(this, scope).compile(text, tree);
            compiled.put(question, expression);
            return Optional.of(expression);
        } catch (CelValidationException e) {
            CelProblems advice = new CelProblems(this, scope, text);
            for (CelIssue issue : e.getErrors()) {
                Problem problem = advice.problem(issue, places);
                problems.add(problem);
                if (CelProblems.isSyntax(problem)) {
                    break;
                }
            }
        } catch (CodeCompiler.Unsupported e) {
            problems.add(new Problem(places.at(e.offset()).toString(), e.what(), e.mend()));
        }
        return Optional.empty();
    }

    private synchronized CelCompiler compiler(Map<String, CelType> parameters) {
        return compilers.computeIfAbsent(parameters, this::newCompiler);
    }

    private CelCompiler newCompiler(Map<String, CelType> parameters) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(model.provider(parameters))
                .addVar(FactModel.TARGET, FactModel.reference(FactModel.TARGET))
                .addVar(FactModel.PROJECT, FactModel.reference(FactModel.PROJECT))
                .addVar("params", FactModel.reference("params"));
        for (Kind kind : model.kinds().all()) {
            builder.addVar(kind.name(), FactModel.reference(kind.name()));
        }
        return builder.addFunctionDeclarations(declarations()).build();
    }

    List<CelFunctionDecl> declarations() {
        return functions.values().stream()
                .map(overloads -> CelFunctionDecl.newFunctionDeclaration(
                        overloads.get(0).name(),
                        overloads.stream().map(Cel::overload).toList()))
                .toList();
    }

    private static CelOverloadDecl overload(Functions.Function function) {
        return function.member()
                ? CelOverloadDecl.newMemberOverload(
                        function.overload(), function.result(), ImmutableList.copyOf(function.arguments()))
                : CelOverloadDecl.newGlobalOverload(
                        function.overload(), function.result(), ImmutableList.copyOf(function.arguments()));
    }
}
