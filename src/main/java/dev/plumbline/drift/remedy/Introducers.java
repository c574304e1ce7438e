package dev.plumbline.drift.remedy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character sets before the texts of a view, as in {@code _latin1'x'}, which the server tells apart from its query. */
final class Introducers {

    private static final Pattern TEXT = Pattern.compile(
            "\\b[xb]'(?<digits>[^']*)'|\\b0[xb]\\w+|(?<quote>['\"`])(?:(?!\\k<quote>)[^\\\\]|\\\\.|\\k<quote>{2})*\\k<quote>",
            Pattern.DOTALL);

    private Introducers() {}

    /**
     * The query with what stood before its texts; nothing if it has fewer texts, or one that is not of ASCII, whose
     * bytes would be others.
     *
     * @param byRank names such as {@code _latin1} by the rank of the text, from 1
     */
    static Optional<String> in(String query, Map<String, String> byRank) {
        if (byRank.isEmpty()) {
            return Optional.of(query);
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = TEXT.matcher(query);
        int rank = 0;
        int found = 0;
        while (matcher.find()) {
            String text = matcher.group();
            String introducer = text.startsWith("`") ? "" : byRank.getOrDefault(String.valueOf(++rank), "");
            if (!introducer.isEmpty()) {
                found++;
                if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
                    return Optional.empty();
                }
            }
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(introducer.isEmpty() ? text : introducer + " " + text));
        }
        return found == byRank.size() ? Optional.of(matcher.appendTail(out).toString()) : Optional.empty();
    }
}
