package dev.plumbline.source;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers of decision records, requirements and tickets in comments: {@code ADR-012}, {@code RNF-002}. */
public final class References {

    private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Z]{2,10}(?:-[A-Z][A-Z0-9]*)*[-_]\\d{1,6}\\b");
    /** Standards look the same and decide nothing. */
    private static final Pattern STANDARD =
            Pattern.compile("(?:UTF|ISO|SHA|RFC|UTC|GMT|MD|IPV|LATIN|CP|WINDOWS)[-_]\\d+");

    private References() {}

    /** All identifiers in a text, sorted, each once. */
    public static List<String> in(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = IDENTIFIER.matcher(text);
        while (matcher.find()) {
            if (!STANDARD.matcher(matcher.group()).matches()) {
                found.add(matcher.group());
            }
        }
        return List.copyOf(found);
    }
}
