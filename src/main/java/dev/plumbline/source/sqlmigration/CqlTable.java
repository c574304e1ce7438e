package dev.plumbline.source.sqlmigration;

import dev.plumbline.source.SqlScript.Statement;
import dev.plumbline.source.SqlScript.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a {@code CREATE TABLE} of CQL says of key, order and options, so that it can be judged before it has run.
 *
 * @param columnTypes type of each column, as written, in lower case
 * @param orders {@code asc} or {@code desc} for each clustering column
 * @param options values as written, without the marks around a text
 */
record CqlTable(
        Map<String, String> columnTypes,
        List<String> partition,
        List<String> clustering,
        List<String> orders,
        Map<String, String> options) {

    /** Nothing for another statement, or for one that cannot be made out. */
    static Optional<CqlTable> of(Statement statement) {
        List<Token> tokens = statement.tokens();
        int open = index(tokens, "(");
        if (!statement.shape().operation().equals("create table") || open < 0) {
            return Optional.empty();
        }
        int close = closing(tokens, open);
        Map<String, String> types = new LinkedHashMap<>();
        List<String> partition = new ArrayList<>();
        List<String> clustering = new ArrayList<>();
        for (List<Token> item : split(tokens.subList(open + 1, close), ",")) {
            if (isWord(item, 0, "PRIMARY")) {
                int inner = index(item, "(");
                List<List<Token>> keys = split(item.subList(inner + 1, closing(item, inner)), ",");
                keys.get(0).stream().filter(CqlTable::isName).forEach(t -> partition.add(name(t)));
                keys.stream().skip(1).forEach(key -> clustering.add(name(key.get(0))));
            } else if (item.size() > 1) {
                int key = index(item, "PRIMARY");
                if (key > 0) {
                    partition.add(name(item.get(0)));
                }
                types.put(name(item.get(0)), type(item.subList(1, key > 0 ? key : item.size())));
            }
        }
        Map<String, String> directions = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<Token> rest = tokens.subList(close + 1, tokens.size());
        for (List<Token> option : split(rest.isEmpty() ? rest : rest.subList(1, rest.size()), "AND")) {
            if (isWord(option, 0, "CLUSTERING")) {
                int inner = index(option, "(");
                split(option.subList(inner + 1, closing(option, inner)), ",")
                        .forEach(
                                order -> directions.put(name(order.get(0)), isWord(order, 1, "DESC") ? "desc" : "asc"));
            } else if (option.size() > 2) {
                options.put(name(option.get(0)), text(option.subList(2, option.size()), " "));
            }
        }
        List<String> orders =
                clustering.stream().map(c -> directions.getOrDefault(c, "asc")).toList();
        return Optional.of(new CqlTable(types, partition, clustering, orders, options));
    }

    private static String type(List<Token> tokens) {
        List<Token> words = tokens.stream()
                .filter(t -> !(t.type() == Token.Type.WORD && t.text().equals("STATIC")))
                .toList();
        return text(words, "").toLowerCase(Locale.ROOT).replace(",", ", ");
    }

    private static String text(List<Token> tokens, String between) {
        return tokens.stream().map(Token::written).collect(Collectors.joining(between));
    }

    private static String name(Token token) {
        return token.type() == Token.Type.WORD ? token.written().toLowerCase(Locale.ROOT) : token.text();
    }

    private static boolean isName(Token token) {
        return token.type() == Token.Type.WORD || token.type() == Token.Type.NAME;
    }

    private static boolean isWord(List<Token> tokens, int at, String word) {
        return at < tokens.size()
                && tokens.get(at).type() == Token.Type.WORD
                && tokens.get(at).text().equals(word);
    }

    private static int index(List<Token> tokens, String text) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).type() != Token.Type.STRING
                    && tokens.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private static int depth(Token token) {
        return token.type() != Token.Type.MARK
                ? 0
                : switch (token.text()) {
                    case "(", "<", "{", "[" -> 1;
                    case ")", ">", "}", "]" -> -1;
                    default -> 0;
                };
    }

    /** Where the bracket that opens at a place is closed; the end if nowhere. */
    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static List<List<Token>> split(List<Token> tokens, String at) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += depth(token);
            if (depth == 0 && token.type() != Token.Type.STRING && token.text().equals(at)) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts.stream().filter(p -> !p.isEmpty()).toList();
    }
}
