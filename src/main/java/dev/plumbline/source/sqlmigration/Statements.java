package dev.plumbline.source.sqlmigration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into statements as the engines' own clients do: semicolons inside quotes, comments, dollar-quoted
 * bodies, {@code BEGIN BATCH … APPLY BATCH} and behind MySQL's {@code DELIMITER} separate nothing.
 */
public final class Statements {

    private static final Pattern DELIMITER =
            Pattern.compile("(?i)\\G\\s*DELIMITER[ \\t]+(?<delimiter>\\S+)[ \\t]*(?:\\R|$)");
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$");

    private final String text;
    private final String engine;
    private final List<Statement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int at;
    private int start;
    private boolean content;

    private Statements(String text, String engine) {
        this.text = text;
        this.engine = engine;
    }

    /**
     * A statement without its delimiter.
     *
     * @param line where its first word stands, from 1
     */
    public record Statement(String text, int line) {}

    /**
     * @param engine {@code postgresql}, {@code mysql}, {@code mariadb} or {@code cassandra}
     * @return statements that hold more than comments
     */
    public static List<Statement> split(String text, String engine) {
        Statements splitter = new Statements(text, engine);
        splitter.run();
        return List.copyOf(splitter.statements);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!content && mysql() && delimiterLine()) {
                start = at;
            } else if (text.startsWith(delimiter, at) && !inBatch()) {
                end(at);
                at += delimiter.length();
                start = at;
            } else if (startsComment()) {
                skipComment();
            } else if (c == '\'' || c == '"' || (c == '`' && mysql())) {
                mark();
                skipQuoted(c);
            } else if (c != '$' || mysql() || !dollar()) {
                if (!Character.isWhitespace(c)) {
                    mark();
                }
                at++;
            }
        }
        end(text.length());
    }

    private void mark() {
        if (!content) {
            content = true;
            start = at;
        }
    }

    private void end(int until) {
        if (content) {
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new Statement(text.substring(start, until).strip(), line));
        }
        content = false;
    }

    private boolean mysql() {
        return engine.equals("mysql") || engine.equals("mariadb");
    }

    private boolean cassandra() {
        return engine.equals("cassandra");
    }

    private boolean delimiterLine() {
        Matcher matcher = DELIMITER.matcher(text);
        if (!matcher.find(at)) {
            return false;
        }
        delimiter = matcher.group("delimiter");
        at = matcher.end();
        return true;
    }

    private boolean inBatch() {
        if (!cassandra() || !content) {
            return false;
        }
        String statement = text.substring(start, at).toUpperCase(Locale.ROOT);
        return statement.matches("(?s)BEGIN\\s+(?:UNLOGGED\\s+|COUNTER\\s+)?BATCH\\b.*")
                && !statement.matches("(?s).*\\bAPPLY\\s+BATCH\\s*");
    }

    private boolean startsComment() {
        if (text.startsWith("/*", at)) {
            // A conditional comment of MySQL is a statement.
            return !(mysql() && (text.startsWith("/*!", at) || text.startsWith("/*M!", at)));
        }
        if (text.startsWith("--", at)) {
            return !mysql() || at + 2 == text.length() || Character.isWhitespace(text.charAt(at + 2));
        }
        return (text.charAt(at) == '#' && mysql()) || (text.startsWith("//", at) && cassandra());
    }

    private void skipComment() {
        if (!text.startsWith("/*", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
            return;
        }
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at) && (depth == 0 || engine.equals("postgresql"))) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    private void skipQuoted(char quote) {
        boolean escapes = (mysql() && quote != '`')
                || (engine.equals("postgresql") && quote == '\'' && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0);
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += escapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private boolean dollar() {
        Matcher matcher = DOLLAR.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return false;
        }
        mark();
        int close = text.indexOf(matcher.group(), matcher.end());
        at = close < 0 ? text.length() : close + matcher.group().length();
        return true;
    }
}
