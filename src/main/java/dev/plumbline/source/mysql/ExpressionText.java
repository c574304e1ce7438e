package dev.plumbline.source.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of an expression. MySQL prefixes each text with its character set, which is the one that was stated
 * or that of the connection that created the object ({@code _utf8mb4'a'}, since 8.0 with quotes and backslashes escaped
 * once more), and stands the whole in parentheses; MariaDB does neither.
 */
final class ExpressionText {

    private static final Pattern ESCAPED = Pattern.compile("[^'\\\\]*\\\\'");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\'])");
    private static final String QUOTED_WHOLE = "(`(?:[^`]|``)*`|'(?:[^'\\\\]|\\\\.|'')*')";
    private static final Pattern INTRODUCED = Pattern.compile(QUOTED_WHOLE + "|\\b_[a-z0-9]+ ?(?=')", Pattern.DOTALL);
    private static final Pattern TEXTUAL =
            Pattern.compile(QUOTED_WHOLE + "|\\b_(?!binary)[a-z0-9]+ ?(?=')", Pattern.DOTALL);
    private static final Pattern USUAL = Pattern.compile(QUOTED_WHOLE + "|\\b_(?:utf8mb4|(utf8))(?=')", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z0-9_$]+)`");

    private ExpressionText() {}

    /** Of a check or a key, in which the catalogue has the character sets that SHOW CREATE shows. */
    static String normal(String text) {
        return withoutOuterParentheses(USUAL.matcher(plain(text))
                .replaceAll(found -> found.group(1) != null
                        ? Matcher.quoteReplacement(found.group(1))
                        : found.group(2) != null ? "_utf8mb3" : ""));
    }

    /**
     * Of a default or a generated column. There the catalogue has the character sets that were written, until any ALTER
     * TABLE puts those in their place that texts are brought to beside others, which SHOW CREATE shows from the start.
     */
    static String ofValue(String text) {
        return withoutOuterParentheses(TEXTUAL.matcher(plain(text)).replaceAll("$1"));
    }

    private static String plain(String text) {
        return ESCAPED.matcher(text).lookingAt() ? ESCAPE.matcher(text).replaceAll("$1") : text;
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
