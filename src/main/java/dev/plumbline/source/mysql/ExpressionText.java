package dev.plumbline.source.mysql;

import java.util.regex.Pattern;

/**
 * The one spelling of an expression. MySQL prefixes each text with the character set of the connection that created
 * the object ({@code _utf8mb4'a'}, since 8.0 with its quotes and backslashes escaped once more) and stands the whole in
 * parentheses; MariaDB does neither.
 */
final class ExpressionText {

    private static final Pattern ESCAPED = Pattern.compile("\\b_[a-z0-9]+\\\\'");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\'])");
    private static final Pattern INTRODUCER = Pattern.compile("(?<![\\w`'])_(utf8mb4|utf8mb3|utf8|latin1)'");
    private static final Pattern INTRODUCED =
            Pattern.compile("(`(?:[^`]|``)*`|'(?:[^'\\\\]|\\\\.|'')*')|\\b_[a-z0-9]+ ?(?=')", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z0-9_$]+)`");

    private ExpressionText() {}

    static String normal(String text) {
        String plain = ESCAPED.matcher(text).find() ? ESCAPE.matcher(text).replaceAll("$1") : text;
        // Where they differ, not all are the connection's.
        long sets = INTRODUCER
                .matcher(plain)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
        return withoutOuterParentheses(sets == 1 ? INTRODUCER.matcher(plain).replaceAll("'") : plain);
    }

    /** A query as the tables of MySQL's catalogue have it, which leave out what stands before texts. */
    static String withoutIntroducers(String query) {
        return INTRODUCED.matcher(query).replaceAll("$1");
    }

    /** Names without the quotes that they do not need: MySQL 5.7 keeps how a table is divided as it was written. */
    static String unquoted(String text) {
        return QUOTED.matcher(text).replaceAll("$1");
    }

    static String withoutOuterParentheses(String text) {
        String inner = text;
        while (inner.startsWith("(") && closing(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    /** The index of the parenthesis that closes the first one; -1 if none does. */
    private static int closing(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '\'') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '`' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
