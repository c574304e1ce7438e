package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a name can stand in a database, from a case file: blocks of three lines, the kind of fact that
 * differs when the object is gone, what makes the object, and what takes it away.
 *
 * @param make one statement or more
 */
public record HostileCarriers(String kind, String make, String take) {

    private static final Pattern PLACE = Pattern.compile("\\$([nli$])");

    public static List<HostileCarriers> parse(String text) {
        List<HostileCarriers> carriers = new ArrayList<>();
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("-- "))
                .toList();
        for (int i = 0; i + 2 < lines.size(); i += 3) {
            carriers.add(new HostileCarriers(lines.get(i), lines.get(i + 1), lines.get(i + 2)));
        }
        return carriers;
    }

    /**
     * A statement with a name put in for {@code $n} and {@code $l}; {@code $$} is a dollar sign.
     *
     * @param quoted the name as the engine quotes names
     * @param literal the name as the engine writes texts
     */
    public static String fill(String statement, String quoted, String literal, int number) {
        return PLACE.matcher(statement)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "n" -> quoted;
                            case "l" -> literal;
                            case "i" -> String.valueOf(number);
                            default -> "$";
                        }));
    }
}
