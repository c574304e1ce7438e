package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into its statements, as the clients of the databases do: a semicolon inside a text, a quoted name, a
 * comment, a dollar-quoted body, a {@code BEGIN … END} body or a batch ends nothing; {@code DELIMITER} of the MySQL
 * client is obeyed.
 */
public final class SqlScript {

    private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE");

    private final String text;
    private final Dialect dialect;
    private final List<Statement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int at;
    private int line = 1;

    private int start = -1;
    private int startLine;
    private List<Token> tokens = new ArrayList<>();
    private int depth;

    private SqlScript(String text, Dialect dialect) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.dialect = dialect;
    }

    /** Whose rules for quotes and comments hold. MariaDB has those of MySQL. */
    public enum Dialect {
        POSTGRESQL,
        MYSQL,
        CQL,
        /** None in particular: a text ends at the next quote, a hash is no comment. */
        ANY;

        /** @param engine {@code postgresql}, {@code mysql}, {@code mariadb}, {@code cassandra}, or another one's name */
        public static Dialect of(String engine) {
            return switch (engine) {
                case "postgresql" -> POSTGRESQL;
                case "mysql", "mariadb" -> MYSQL;
                case "cassandra" -> CQL;
                default -> ANY;
            };
        }
    }

    /**
     * @param text as written, without the delimiter and without comments before it
     * @param line where it starts, 1-based
     * @param tokens words, names and marks; without comments
     */
    public record Statement(String text, int line, List<Token> tokens) {
        public Statement {
            tokens = List.copyOf(tokens);
        }

        /** What the statement does. */
        public SqlShape shape() {
            return SqlShape.of(this);
        }
    }

    /**
     * @param type what it is
     * @param text a word in upper case, a quoted name without its quotes, another token as written
     * @param written a word as written
     */
    public record Token(Type type, String text, String written) {
        /** Sorts of tokens. */
        public enum Type {
            WORD,
            NAME,
            STRING,
            NUMBER,
            MARK
        }

        boolean is(String word) {
            return type != Type.STRING && type != Type.NAME && text.equals(word);
        }

        boolean isName() {
            return type == Type.NAME || type == Type.WORD;
        }
    }

    /** The statements of a script, in order. */
    public static List<Statement> split(String text, Dialect dialect) {
        SqlScript script = new SqlScript(text, dialect);
        script.run();
        return List.copyOf(script.statements);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                advance(1);
            } else if (isLineComment()) {
                advance(lineEnd() - at);
            } else if (text.startsWith("/*", at) && !(dialect == Dialect.MYSQL && text.startsWith("/*!", at))) {
                advance(commentEnd() - at);
            } else if (start < 0 && dialect == Dialect.MYSQL && startsDelimiter()) {
                readDelimiter();
            } else if (depth == 0 && text.startsWith(delimiter, at) && !insideBatch()) {
                finish();
                advance(delimiter.length());
            } else {
                if (start < 0) {
                    start = at;
                    startLine = line;
                }
                token();
            }
        }
        finish();
    }

    private void advance(int characters) {
        int end = Math.min(text.length(), at + characters);
        while (at < end) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }

    private boolean isLineComment() {
        return (text.startsWith("--", at) && (dialect != Dialect.MYSQL || blankAfterDashes()))
                || (dialect == Dialect.MYSQL && text.charAt(at) == '#')
                || (dialect == Dialect.CQL && text.startsWith("//", at));
    }

    /** MySQL takes {@code --1} for two signs. */
    private boolean blankAfterDashes() {
        return at + 2 >= text.length() || Character.isWhitespace(text.charAt(at + 2));
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int commentEnd() {
        int level = 0;
        int i = at;
        while (i < text.length()) {
            if (text.startsWith("/*", i) && (level == 0 || dialect == Dialect.POSTGRESQL)) {
                level++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                level--;
                i += 2;
                if (level == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length();
    }

    private boolean startsDelimiter() {
        return text.regionMatches(true, at, "DELIMITER", 0, 9)
                && at + 9 < text.length()
                && (text.charAt(at + 9) == ' ' || text.charAt(at + 9) == '\t');
    }

    private void readDelimiter() {
        String rest = text.substring(at + 9, lineEnd()).strip();
        delimiter = rest.isEmpty() ? ";" : rest.split("\\s", 2)[0];
        advance(lineEnd() - at);
    }

    private boolean insideBatch() {
        if (dialect != Dialect.CQL || tokens.isEmpty() || !tokens.get(0).is("BEGIN")) {
            return false;
        }
        int last = tokens.size() - 1;
        return last < 1
                || !(tokens.get(last).is("BATCH") && tokens.get(last - 1).is("APPLY"));
    }

    private void finish() {
        if (start >= 0) {
            String statement = text.substring(start, at).strip();
            if (!statement.isEmpty() && !tokens.isEmpty()) {
                statements.add(new Statement(statement, startLine, tokens));
            }
        }
        start = -1;
        depth = 0;
        tokens = new ArrayList<>();
    }

    private void token() {
        char c = text.charAt(at);
        String dollar = dollarQuote();
        if (dollar != null) {
            int end = text.indexOf(dollar, at + dollar.length());
            quoted(Token.Type.STRING, dollar.length(), end < 0 ? text.length() : end, dollar.length());
        } else if (c == '\'') {
            quoted(Token.Type.STRING, 1, quoteEnd('\'', backslashes()), 1);
        } else if (c == '"') {
            quoted(Token.Type.NAME, 1, quoteEnd('"', dialect == Dialect.MYSQL), 1);
        } else if (c == '`') {
            quoted(Token.Type.NAME, 1, quoteEnd('`', false), 1);
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else if (Character.isDigit(c)) {
            int end = at;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
            }
            add(Token.Type.NUMBER, text.substring(at, end));
            advance(end - at);
        } else {
            add(Token.Type.MARK, String.valueOf(c));
            advance(1);
        }
    }

    private boolean backslashes() {
        boolean escaped = at > 0 && Character.toUpperCase(text.charAt(at - 1)) == 'E' && dialect == Dialect.POSTGRESQL;
        return dialect == Dialect.MYSQL || escaped;
    }

    private int quoteEnd(char quote, boolean backslash) {
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (backslash && c == '\\') {
                i += 2;
            } else if (c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i += 2;
            } else if (c == quote) {
                return i;
            } else {
                i++;
            }
        }
        return text.length();
    }

    private void quoted(Token.Type type, int open, int end, int close) {
        int from = Math.min(at + open, text.length());
        int to = Math.max(from, Math.min(end, text.length()));
        add(type, text.substring(from, to));
        advance(Math.min(text.length(), to + close) - at);
    }

    private @Nullable String dollarQuote() {
        if (text.charAt(at) != '$' || dialect == Dialect.MYSQL) {
            return null;
        }
        int i = at + 1;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        boolean tag = i < text.length() && text.charAt(i) == '$' && !Character.isDigit(text.charAt(at + 1));
        return tag ? text.substring(at, i + 1) : null;
    }

    private void word() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_$".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String written = text.substring(at, end);
        String word = written.toUpperCase(Locale.ROOT);
        // E'…' and N'…' are texts; the letter is a part of them.
        if (end < text.length() && text.charAt(end) == '\'' && word.length() == 1 && "ENXB".contains(word)) {
            advance(1);
            token();
            return;
        }
        tokens.add(new Token(Token.Type.WORD, word, written));
        advance(end - at);
        countBlocks(word);
    }

    /** Bodies of routines hold semicolons; {@code END IF} and its kin close what is not counted. */
    private void countBlocks(String word) {
        boolean routine =
                tokens.get(0).is("CREATE") && tokens.stream().limit(12).anyMatch(t -> ROUTINES.contains(t.text()));
        if (!routine || dialect == Dialect.CQL || !delimiter.equals(";")) {
            return;
        }
        boolean afterEnd = tokens.size() > 1 && tokens.get(tokens.size() - 2).is("END");
        switch (word) {
            case "BEGIN" -> depth++;
            case "CASE" -> depth += afterEnd ? 0 : 1;
            // END has just closed one level too many.
            case "IF", "LOOP", "WHILE", "REPEAT", "FOR" -> depth += afterEnd ? 1 : 0;
            case "END" -> depth = Math.max(0, depth - 1);
            default -> {}
        }
    }

    private void add(Token.Type type, String value) {
        tokens.add(new Token(type, value, value));
    }
}
