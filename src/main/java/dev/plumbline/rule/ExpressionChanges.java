package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small ways in which an expression may be wrong: another operator, another bound, a condition left out, the
 * arguments of a function swapped, a pattern that lets more or less through.
 */
final class ExpressionChanges {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\b\\d+(?:\\.\\d+)?\\b)|(?<word>\\b[A-Za-z_]\\w*\\b)"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>+*/%!?:,()\\[\\]{}-])");

    private static final Map<String, List<String>> OPERATORS = Map.ofEntries(
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")),
            Map.entry("<", List.of("<=", ">=")),
            Map.entry("<=", List.of("<", ">")),
            Map.entry(">", List.of(">=", "<=")),
            Map.entry(">=", List.of(">", "<")),
            Map.entry("&&", List.of("||")),
            Map.entry("||", List.of("&&")),
            Map.entry("!", List.of("")),
            Map.entry("+", List.of("-")),
            Map.entry("-", List.of("+")),
            Map.entry("*", List.of("/")),
            Map.entry("/", List.of("*")),
            Map.entry("%", List.of("*")),
            Map.entry("true", List.of("false")),
            Map.entry("false", List.of("true")),
            Map.entry("all", List.of("exists")),
            Map.entry("exists", List.of("all")),
            Map.entry("exists_one", List.of("exists")),
            Map.entry("startsWith", List.of("endsWith", "contains")),
            Map.entry("endsWith", List.of("startsWith", "contains")),
            Map.entry("contains", List.of("startsWith", "endsWith")),
            Map.entry("lower", List.of("")),
            Map.entry("upper", List.of("")),
            Map.entry("distinct", List.of("")),
            Map.entry("intersects", List.of("subset")),
            Map.entry("subset", List.of("intersects")));

    /** Functions whose two arguments are alike enough to be mistaken for each other. */
    private static final Set<String> SWAPPED =
            Set.of("subset", "without", "seconds_between", "quoted", "replace", "matches", "startsWith", "endsWith");

    /** What a condition ends at, by the operator that joins it to its neighbour. */
    private static final Map<String, Set<String>> ENDS = Map.of(
            "&&", Set.of("&&", "||", "?", ":", ","),
            "||", Set.of("||", "?", ":", ","),
            "in", Set.of("&&", "||", "?", ":", ","));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * A part of the text and what it becomes.
     *
     * @param or tried too before it is said that nothing notices
     */
    record Change(int from, int to, String by, List<String> or) {}

    /** @param depth how many brackets are open before it; that of a bracket is the one outside of it */
    private record Token(String text, int from, int to, int depth, Sort sort) {}

    private enum Sort {
        TEXT,
        NUMBER,
        WORD,
        OPERATOR
    }

    private ExpressionChanges(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int depth = 0;
        while (matcher.find()) {
            String found = matcher.group();
            Sort sort = matcher.group("text") != null
                    ? Sort.TEXT
                    : matcher.group("number") != null
                            ? Sort.NUMBER
                            : matcher.group("word") != null ? Sort.WORD : Sort.OPERATOR;
            depth -= sort == Sort.OPERATOR && ")]}".contains(found) ? 1 : 0;
            tokens.add(new Token(found, matcher.start(), matcher.end(), depth, sort));
            depth += sort == Sort.OPERATOR && "([{".contains(found) ? 1 : 0;
        }
    }

    static List<Change> of(String text) {
        ExpressionChanges all = new ExpressionChanges(text);
        for (int i = 0; i < all.tokens.size(); i++) {
            all.change(i);
        }
        return List.copyOf(all.changes);
    }

    private void change(int at) {
        Token token = tokens.get(at);
        switch (token.sort()) {
            case TEXT -> texts(at, token);
            case NUMBER -> numbers(at, token);
            case WORD -> words(at, token);
            case OPERATOR -> operators(at, token);
        }
    }

    private void replace(Token token, String by) {
        changes.add(new Change(token.from(), token.to(), by, List.of()));
    }

    private void texts(int at, Token token) {
        String quote = token.text().substring(0, 1);
        String other = token.text().substring(0, token.text().length() - 1) + "~" + quote;
        boolean joined = is(at - 1, "+") || is(at + 1, "+");
        if (joined) {
            // Of what only keeps two texts apart another text does the same, but none at all does not.
            changes.add(new Change(token.from(), token.to(), other, List.of("''")));
            return;
        }
        replace(token, other);
        if (token.text().length() > 2) {
            replace(token, "''");
        }
        if (is(at - 1, "(") && is(at - 2, "matches")) {
            PatternChanges.of(token.text()).forEach(by -> replace(token, by));
        }
    }

    private void numbers(int at, Token token) {
        if (token.text().contains(".")) {
            replace(token, token.text() + "1");
            return;
        }
        long number = Long.parseLong(token.text());
        replace(token, String.valueOf(number + 1));
        if (!is(at - 1, "+")) {
            // What is added to a rank to mean the next one is as good without where ranks are not given twice.
            replace(token, String.valueOf(number - 1));
        }
    }

    private void words(int at, Token token) {
        boolean method = token.from() > 0 && text.charAt(token.from() - 1) == '.';
        boolean call = is(at + 1, "(") && tokens.get(at + 1).from() == token.to();
        boolean literal = token.text().equals("true") || token.text().equals("false");
        if (token.text().equals("in")) {
            Span left = left(at, "in");
            Span right = right(at, "in");
            changes.add(new Change(
                    left.from(), right.to(), "!(" + text.substring(left.from(), right.to()) + ")", List.of()));
        } else if (literal ? !method : call) {
            // exists(path) is a look-up, list.exists(x, …) a loop.
            if (!token.text().equals("exists") || method) {
                OPERATORS.getOrDefault(token.text(), List.of()).forEach(by -> replace(token, by));
            }
            if (call) {
                calls(at, token, method);
            }
        }
    }

    private void calls(int at, Token token, boolean method) {
        int close = close(at + 1);
        if (token.text().equals("filter") && method) {
            changes.add(new Change(token.from() - 1, tokens.get(close).to(), "", List.of()));
        } else if (token.text().equals("trim") && method) {
            changes.add(new Change(token.from() - 1, tokens.get(close).to(), "", List.of()));
        } else if (SWAPPED.contains(token.text())) {
            int depth = tokens.get(at + 1).depth() + 1;
            List<Token> commas = tokens.subList(at + 2, close).stream()
                    .filter(t -> t.depth() == depth && t.text().equals(","))
                    .toList();
            if (commas.size() == 1) {
                int from = tokens.get(at + 1).to();
                int to = tokens.get(close).from();
                String first = text.substring(from, commas.get(0).from()).strip();
                String second = text.substring(commas.get(0).to(), to).strip();
                changes.add(new Change(from, to, second + ", " + first, List.of()));
            }
        }
    }

    private void operators(int at, Token token) {
        OPERATORS.getOrDefault(token.text(), List.of()).forEach(by -> replace(token, by));
        // Nothing is less than 0 of what is counted.
        boolean number = at + 1 < tokens.size() && tokens.get(at + 1).sort() == Sort.NUMBER && !is(at + 1, "0");
        switch (token.text()) {
            case "==" -> {
                if (number) {
                    replace(token, ">=");
                    replace(token, "<=");
                }
            }
            case "!=" -> {
                if (number) {
                    replace(token, "<");
                    replace(token, ">");
                }
            }
            case "&&", "||" -> {
                Span left = left(at, token.text());
                Span right = right(at, token.text());
                changes.add(new Change(left.from(), right.from(), "", List.of()));
                changes.add(new Change(left.to(), right.to(), "", List.of()));
            }
            case "?" -> branches(at, token);
            default -> {}
        }
    }

    private void branches(int at, Token token) {
        int colon = at + 1;
        for (int open = 0; open >= 0 && colon < tokens.size(); colon++) {
            if (tokens.get(colon).depth() == token.depth()) {
                open += tokens.get(colon).text().equals("?")
                        ? 1
                        : tokens.get(colon).text().equals(":") ? -1 : 0;
            }
        }
        Span otherwise = right(colon - 1, "||");
        String first = text.substring(token.to(), tokens.get(colon - 1).from());
        String second = text.substring(otherwise.from(), otherwise.to());
        changes.add(new Change(token.to(), otherwise.to(), second + " : " + first, List.of()));
    }

    /** A condition, without the white space around it. */
    private record Span(int from, int to) {}

    private Span left(int at, String joint) {
        int depth = tokens.get(at).depth();
        int i = at - 1;
        while (i >= 0 && tokens.get(i).depth() >= depth && !ends(tokens.get(i), depth, joint)) {
            i--;
        }
        return stripped(i < 0 ? 0 : tokens.get(i).to(), tokens.get(at).from());
    }

    private Span right(int at, String joint) {
        int depth = tokens.get(at).depth();
        int i = at + 1;
        while (i < tokens.size() && tokens.get(i).depth() >= depth && !ends(tokens.get(i), depth, joint)) {
            i++;
        }
        return stripped(
                tokens.get(at).to(),
                i == tokens.size() ? text.length() : tokens.get(i).from());
    }

    private static boolean ends(Token token, int depth, String joint) {
        return token.depth() == depth
                && token.sort() == Sort.OPERATOR
                && ENDS.getOrDefault(joint, Set.of()).contains(token.text());
    }

    private Span stripped(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private int close(int open) {
        int i = open + 1;
        while (tokens.get(i).depth() != tokens.get(open).depth()) {
            i++;
        }
        return i;
    }

    private boolean is(int at, @Nullable String what) {
        return at >= 0 && at < tokens.size() && tokens.get(at).text().equals(what);
    }
}
