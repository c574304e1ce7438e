package dev.plumbline.source.mysql;

import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server shows of one object, with a number in place of each quoted name and text: {@code KEY `0` (`1`)
 * COMMENT '2'}. Whatever names and comments hold, patterns meet the server's own words only.
 *
 * @param masked with numbers
 * @param tokens names and texts by number, as they stand, with their quotes
 */
record ShownText(String masked, List<String> tokens) {

    private static final Pattern NUMBERED = Pattern.compile("([`'\"])(\\d+)\\1");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final String NAME = "${name}";
    private static final Pattern CERTAIN = Pattern.compile("\\$\\{=([^}]+)}");

    /** Those of the query files are few, and each is looked for in every table. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    ShownText {
        tokens = List.copyOf(tokens);
    }

    /** Nothing if a quote does not end, as after a text that was written while a backslash meant itself. */
    static Optional<ShownText> of(String text) {
        StringBuilder masked = new StringBuilder();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            masked.append(c);
            if (c != '`' && c != '\'' && c != '"') {
                continue;
            }
            int end = end(text, i);
            if (end < 0) {
                return Optional.empty();
            }
            masked.append(tokens.size()).append(c);
            tokens.add(text.substring(i, end + 1));
            i = end;
        }
        return Optional.of(new ShownText(masked.toString(), tokens));
    }

    /** The index of the quote that ends what begins at one; a doubled quote, and in texts one after a backslash, does not. */
    private static int end(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '`') {
                i++;
            } else if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The part that a pattern finds, with <code>${name}</code> for a name, quoted or as it is. */
    Optional<ShownText> part(String pattern, String name) {
        Matcher matcher =
                Pattern.compile(pattern.replace(NAME, alternatives(name))).matcher(masked);
        return matcher.find() ? Optional.of(new ShownText(matcher.group(), tokens)) : Optional.empty();
    }

    private String alternatives(String name) {
        List<String> all = new ArrayList<>();
        String quoted = Scope.identifier(name);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).equals(quoted)) {
                all.add("`" + i + "`");
            }
        }
        if (PLAIN_NAME.matcher(name).matches()) {
            all.add(Pattern.quote(name));
        }
        return all.isEmpty() ? "(?!)" : "(?:" + String.join("|", all) + ")";
    }

    /** The first group of a pattern as a value of the type that an attribute has. */
    Optional<Object> find(String pattern, Kind.Type type) {
        String certain =
                CERTAIN.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(alternatives(found.group(1))));
        Matcher matcher = (certain.equals(pattern) ? known(pattern) : Pattern.compile(certain)).matcher(masked);
        if (type == Kind.Type.MAP) {
            return map(matcher, pattern.contains("(?<key>"));
        }
        if (!matcher.find()) {
            return Optional.empty();
        }
        String text = matcher.group(1);
        return Optional.of(
                switch (type) {
                    case TEXT -> value(text);
                    case INT -> Long.valueOf(text);
                    case LIST ->
                        List.of(text.split(",", -1)).stream().map(this::value).toList();
                    case BOOL -> true;
                    case MAP -> throw new IllegalArgumentException(type + " is no single value");
                });
    }

    private static Pattern known(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile);
    }

    private Optional<Object> map(Matcher matcher, boolean keyed) {
        Map<String, String> map = new TreeMap<>();
        for (int rank = 1; matcher.find(); rank++) {
            String text = matcher.group("value");
            if (text != null && !text.isBlank()) {
                map.put(keyed ? value(matcher.group("key")) : String.valueOf(rank), value(text.strip()));
            }
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    /** One name or text without its quotes, or names joined by points; anything else as it was shown. */
    private String value(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        boolean single = text.matches("([`'\"])\\d+\\1(?:\\.([`'\"])\\d+\\2)*");
        return matcher.replaceAll(found -> {
            String token = tokens.get(Integer.parseInt(found.group(2)));
            return Matcher.quoteReplacement(single ? unquoted(token) : token);
        });
    }

    private static String unquoted(String token) {
        char quote = token.charAt(0);
        String inner = token.substring(1, token.length() - 1).replace("" + quote + quote, "" + quote);
        return quote == '`' ? inner : inner.replaceAll("\\\\(.)", "$1");
    }
}
