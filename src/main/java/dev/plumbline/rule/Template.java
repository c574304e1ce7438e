package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message with placeholders: {@code {path}}, {@code {name}} and {@code {params.max}}, or any CEL expression in
 * braces. A brace itself is written twice.
 */
final class Template {

    /** Text, or an expression. */
    private record Piece(String text, @Nullable Expression expression) {}

    private final String source;
    private final List<Piece> pieces;

    private Template(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
    }

    static Template plain(String text) {
        return new Template(text, List.of(new Piece(text, null)));
    }

    static Optional<Template> parse(Yaml.Scalar scalar, Cel cel, Cel.Scope scope, List<Problem> problems) {
        String text = scalar.text();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int before = problems.size();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                plain.append(c);
                i += 2;
            } else if (c == '{') {
                int end = end(text, i + 1);
                if (end < 0) {
                    problems.add(new Problem(
                            scalar.at(i).toString(), "the brace '{' is not closed", "write '{{' for a brace itself"));
                    return Optional.empty();
                }
                pieces.add(new Piece(plain.toString(), null));
                plain.setLength(0);
                int start = i + 1;
                String expression = text.substring(start, end);
                String full = complete(expression.strip(), scope);
                int lead =
                        start + expression.length() - expression.stripLeading().length();
                int added = full.length() - expression.strip().length();
                cel.compile(full, scope, offset -> scalar.at(lead + Math.max(0, offset - added)), problems)
                        .ifPresent(e -> pieces.add(new Piece("", e)));
                i = end + 1;
            } else if (c == '}') {
                problems.add(new Problem(
                        scalar.at(i).toString(), "the brace '}' closes nothing", "write '}}' for a brace itself"));
                return Optional.empty();
            } else {
                plain.append(c);
                i++;
            }
        }
        pieces.add(new Piece(plain.toString(), null));
        return problems.size() == before ? Optional.of(new Template(text, pieces)) : Optional.empty();
    }

    /** {@code path} and {@code name} alone mean those of the fact. */
    private static String complete(String expression, Cel.Scope scope) {
        return expression.equals("path") || expression.equals("name") ? scope.subject() + "." + expression : expression;
    }

    /** The closing brace that belongs to an expression, past those in its texts. */
    private static int end(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }

    /** The text as it stands in the file. */
    String source() {
        return source;
    }

    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        expressions().forEach(e -> names.addAll(e.parameters()));
        return names;
    }

    List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.expression() != null) {
                expressions.add(piece.expression());
            }
        }
        return expressions;
    }

    /** The text for one fact. A placeholder that has no value there says so; the finding itself is not lost. */
    String fill(Node subject) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            Expression expression = piece.expression();
            if (expression == null) {
                out.append(piece.text());
                continue;
            }
            try {
                out.append(CelValues.text(expression.eval(subject)));
            } catch (EvalError e) {
                out.append("(").append(e.getMessage()).append(")");
            }
        }
        return out.toString();
    }
}
