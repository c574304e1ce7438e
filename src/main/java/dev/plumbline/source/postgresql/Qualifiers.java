package dev.plumbline.source.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normaliser {@code pg-view-qualifiers}: servers before 16 write the columns of a view over a single table as
 * {@code customer.id}, newer ones as {@code id} (ruleutils.c: names are qualified only if the outermost query has more
 * than one entry in its range table, or stands inside another query). Older text is brought to the newer form, so that
 * the same view on both is the same text.
 */
final class Qualifiers {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)|(?<literal>E'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*')|(?<name>\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<number>\\d[\\w.]*)|(?<other>.)",
            Pattern.DOTALL);
    private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");
    private static final Set<String> AFTER_FROM =
            Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "TABLESAMPLE");
    private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES");

    private final List<Token> tokens;

    /**
     * @param depth number of open parentheses
     * @param nested whether it stands in a query inside this one
     */
    private record Token(String text, int depth, boolean nested) {

        boolean blank() {
            return text.isBlank();
        }

        boolean top(Set<String> words) {
            return depth == 0 && words.contains(text);
        }

        boolean name() {
            return text.startsWith("\"") || Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
        }
    }

    private Qualifiers(List<Token> tokens) {
        this.tokens = tokens;
    }

    static String drop(String definition) {
        Qualifiers text = new Qualifiers(tokens(definition));
        String alias = text.onlyRelation();
        return alias.isEmpty() ? definition : text.without(alias);
    }

    private static List<Token> tokens(String definition) {
        List<String> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(definition);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        List<Token> tokens = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(")") && !open.isEmpty()) {
                open.remove(open.size() - 1);
            }
            tokens.add(new Token(word, open.size(), open.contains(true)));
            if (word.equals("(")) {
                int next = i + 1;
                while (next < words.size() && words.get(next).isBlank()) {
                    next++;
                }
                open.add(next < words.size() && QUERY.contains(words.get(next).toUpperCase(Locale.ROOT)));
            }
        }
        return tokens;
    }

    /** The alias of the only relation of the outermost query; empty if there are several or none. */
    private String onlyRelation() {
        int from = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).top(SET_OPERATIONS)) {
                return "";
            }
            if (from < 0 && tokens.get(i).top(Set.of("FROM"))) {
                from = i;
            }
        }
        if (from < 0) {
            return "";
        }
        String alias = "";
        for (Token token : tokens.subList(from + 1, tokens.size())) {
            if (token.top(AFTER_FROM)) {
                break;
            }
            if (!token.nested() && (token.text().equals("JOIN") || token.top(Set.of(",")))) {
                return "";
            }
            if (token.depth() == 0 && token.name()) {
                alias = token.text();
            }
        }
        return alias;
    }

    private String without(String alias) {
        StringBuilder out = new StringBuilder();
        String before = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean qualifier = !token.nested()
                    && token.text().equals(alias)
                    && !before.equals(".")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).text().equals(".")
                    && tokens.get(i + 2).name();
            if (qualifier) {
                i++;
            } else {
                out.append(token.text());
            }
            before = token.blank() ? before : token.text();
        }
        return out.toString();
    }
}
