package dev.plumbline.rule;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an expression in the words of rule authors, with the nearest name that exists. */
final class CelProblems {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '([^']*)'(?: \\(candidates: (.*)\\))?",
            Pattern.DOTALL);
    private static final Pattern TYPES = Pattern.compile("expected type '([^']*)' but found '([^']*)'");
    private static final Pattern SELECTION = Pattern.compile("type '([^']*)' does not support field selection");
    private static final Set<String> COUNTS = Set.of("len", "length", "count");
    private static final Set<String> LOOPS = Set.of("all", "exists", "exists_one", "filter", "map");
    private static final Pattern CHAIN = Pattern.compile("([A-Za-z_]\\w*(?:\\s*\\.\\s*\\w+)*)\\s*$");

    private final Cel cel;
    private final Cel.Scope scope;
    private final String text;

    CelProblems(Cel cel, Cel.Scope scope, String text) {
        this.cel = cel;
        this.scope = scope;
        this.text = text;
    }

    /** What cannot be read at all makes the parser stumble on; only where it first did is of use. */
    static boolean isSyntax(Problem problem) {
        return problem.what().startsWith("is no CEL");
    }

    Problem problem(CelIssue issue, Cel.Places places) {
        int offset = offset(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(undeclared.group(1), offset, places);
        }
        Matcher undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            return undefined(undefined.group(1), offset, places);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return overload(overload, offset, places);
        }
        Matcher types = TYPES.matcher(message);
        if (types.find()) {
            return new Problem(
                    places.at(offset).toString(),
                    "expected " + clean(types.group(1)) + ", found " + clean(types.group(2)),
                    "");
        }
        Matcher selection = SELECTION.matcher(message);
        if (selection.find()) {
            String of = clean(selection.group(1));
            return new Problem(
                    places.at(offset).toString(),
                    of + " has no attributes",
                    of.startsWith("list")
                            ? "ask its items: .exists(x, …), .all(x, …), .filter(x, …), .map(x, …); how many: .size()"
                            : owner(offset));
        }
        String first = clean(message.lines().findFirst().orElse("")).replace("%%", "%");
        return new Problem(
                places.at(Math.max(0, offset)).toString(), "is no CEL: " + first, syntaxAdvice(first, offset));
    }

    /** A name that is a part of the path is a text; the fact it means is reached by another. */
    private String owner(int offset) {
        Matcher before = CHAIN.matcher(text.substring(0, Math.min(text.length(), Math.max(0, offset))));
        String name = before.find()
                ? before.group(1)
                        .substring(before.group(1).lastIndexOf('.') + 1)
                        .strip()
                : "";
        return cel.model().kinds().find(name).isPresent()
                ? "'" + name + "' is a name; the " + name + " itself is of_" + name
                : "see docs/facts.md for the attributes of each kind";
    }

    /** What people write who know SQL or Python better than CEL. */
    private String syntaxAdvice(String message, int offset) {
        String rest = text.substring(Math.min(offset, text.length()));
        if (message.startsWith("token recognition error at: '=>")) {
            return "a loop names its items before a comma: list.all(x, x.name != '')";
        } else if (message.contains("has() macro")) {
            return "has() asks for an attribute: has(column.default)";
        } else if (message.startsWith("token recognition error at: '=")) {
            return "equality is '=='";
        } else if (rest.matches("(?s)[‘’“”«»].*")) {
            return "a text stands in straight quotes: 'text'";
        } else if (rest.matches("(?s)([&|]|and\\b|or\\b).*") || text.matches("(?s)(.*\\W)?not .*")) {
            return "and is '&&', or is '||', not is '!'";
        } else if (rest.startsWith(",") && text.matches("(?s).*\\bin\\s*\\(.*")) {
            return "a list stands in square brackets: ['a', 'b']";
        }
        return "check brackets, quotes and operators";
    }

    private int offset(int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                break;
            }
            offset = end + 1;
        }
        return Math.max(0, offset + column);
    }

    private Problem undeclared(String name, int offset, Cel.Places places) {
        String bare = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Set<String> known = new TreeSet<>(List.of(scope.subject(), FactModel.TARGET, FactModel.PROJECT, "params"));
        boolean call = text.startsWith(
                        "(",
                        Math.min(text.length(), text.indexOf(bare, Math.min(offset, text.length())) + bare.length()))
                || text.matches("(?s).*\\b" + Pattern.quote(bare) + "\\s*\\(.*");
        if (call) {
            known.clear();
            known.addAll(cel.functions().keySet());
            known.addAll(List.of(
                    "size",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "matches",
                    "string",
                    "int",
                    "double",
                    "has",
                    "all",
                    "exists_one",
                    "filter",
                    "map"));
        }
        String advice = COUNTS.contains(bare)
                ? "size(x) or x.size() is how long a text or a list is"
                : LOOPS.contains(bare)
                        ? "a loop names its items first: list." + bare + "(x, …x…)"
                        : Nearest.advice(bare, known);
        int at = text.indexOf(bare, Math.min(Math.max(0, offset - bare.length()), text.length()));
        return new Problem(
                places.at(at >= 0 ? at : offset).toString(),
                LOOPS.contains(bare)
                        ? "'" + bare + "' takes a name and an expression"
                        : call ? "there is no function '" + bare + "'" : "'" + bare + "' is not known here",
                advice.isEmpty() ? "see docs/writing-rules.md" : advice);
    }

    private Problem undefined(String field, int offset, Cel.Places places) {
        Matcher use =
                Pattern.compile("\\.\\s*(" + Pattern.quote(field) + ")\\b").matcher(text);
        int at = -1;
        int dot = -1;
        while (use.find()) {
            at = use.start(1);
            dot = use.start();
            if (use.start(1) >= offset) {
                break;
            }
        }
        String type = dot < 0 ? null : typeBefore(dot);
        String of = "";
        String advice = "";
        if (type != null) {
            of = Nearest.a(type) + " has no ";
            advice = type.equals("params")
                    ? scope.parameters().isEmpty()
                            ? "declare it: 'parameters: {" + field + ": {type: int, default: 5}}'"
                            : Nearest.advice(field, scope.parameters().keySet())
                    : Nearest.advice(
                            field,
                            cel.model().fieldsOf(FactModel.typeName(type)).keySet());
        }
        String what = type == null
                ? "there is no attribute '" + field + "'"
                : type.equals("params")
                        ? "the rule has no parameter '" + field + "'"
                        : of + "attribute '" + field + "'";
        return new Problem(
                places.at(at >= 0 ? at : offset).toString(),
                what,
                advice.isEmpty() ? "see docs/facts.md for the attributes of each kind" : advice);
    }

    /** The kind of the fact that the names before a dot lead to; null if that takes more than names. */
    private @Nullable String typeBefore(int dot) {
        Matcher chain = CHAIN.matcher(text.substring(0, dot));
        return chain.find() ? resolve(chain.group(1).replaceAll("\\s", ""), 0) : null;
    }

    private @Nullable String resolve(String chain, int depth) {
        String[] names = chain.split("\\.", -1);
        String type = null;
        Set<String> variables = Set.of(scope.subject(), FactModel.TARGET, FactModel.PROJECT, "params");
        Matcher loop = Pattern.compile(
                        "([\\w.]+)\\.(?:all|exists|exists_one|map|filter)\\(\\s*" + Pattern.quote(names[0]) + "\\s*,")
                .matcher(text);
        if (loop.find() && depth < 5) {
            type = resolve(loop.group(1), depth + 1);
        } else if (variables.contains(names[0])) {
            type = names[0];
        }
        for (int i = 1; i < names.length && type != null; i++) {
            FactField field = cel.model().fieldsOf(FactModel.typeName(type)).get(names[i]);
            type = field == null || field.kind().isEmpty() ? null : field.kind();
        }
        return type;
    }

    private Problem overload(Matcher match, int offset, Cel.Places places) {
        String function = match.group(1).replace("_", "").replace("@", "");
        boolean operator = match.group(1).startsWith("_")
                || match.group(1).endsWith("_")
                || match.group(1).equals("@in");
        String name = operator ? function : match.group(1);
        List<String> takes = new ArrayList<>();
        List<Functions.Function> known = cel.functions().getOrDefault(match.group(1), List.of());
        known.forEach(f -> takes.add(f.arguments().stream()
                .map(CelProblems::type)
                .toList()
                .toString()
                .replace('[', '(')
                .replace(']', ')')));
        return new Problem(
                places.at(offset).toString(),
                "'" + name + "' cannot be applied to " + clean(match.group(2)),
                LOOPS.contains(name) && match.group(2).contains("list")
                        ? "a loop names its items first: list." + name + "(x, …x…)"
                        : clean(match.group(2)).startsWith("(params,")
                                ? "write params.name for one of the rule's parameters"
                                : match.group(2).contains("null")
                                        ? "nothing is null in a rule: ask has(fact.attribute) whether there is a value"
                                        : takes.isEmpty()
                                                ? advice(name, operator, match.group(2))
                                                : "it takes " + String.join(" or ", takes));
    }

    private static String advice(String name, boolean operator, String given) {
        if (!operator) {
            return Set.of("matches", "contains", "startsWith", "endsWith").contains(name)
                    ? "it takes two texts: a." + name + "('b')"
                    : "see docs/writing-rules.md for what it takes";
        }
        boolean numberAndText = given.matches("\\(string, (int|double)\\)|\\((int|double), string\\)");
        return switch (name) {
            case "&&", "||" -> "both sides must be true or false; compare with something";
            case "!" -> "it takes true or false; compare with something";
            default ->
                numberAndText
                        ? "both sides need the same type: int(text) is a number; target.major and target.minor are numbers"
                        : "both sides need the same type";
        };
    }

    static String clean(String message) {
        return message.replace("fact.", "").replaceAll("\\s+", " ").strip();
    }

    static String type(CelType type) {
        return clean(CelTypes.format(type));
    }
}
