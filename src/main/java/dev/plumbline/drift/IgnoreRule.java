package dev.plumbline.drift;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A precise exception: changes that are known and not reported, but counted, each with the reason. */
public final class IgnoreRule {

    private final Predicate<Change> known;
    private final String reason;

    private IgnoreRule(Predicate<Change> known, String reason) {
        this.known = known;
        this.reason = reason;
    }

    /**
     * @param path the text form of a path, in which {@code *} stands for any characters within one name and {@code **}
     *     for any at all
     * @param attribute a name, or {@code *} for any, also for the whole fact
     * @param reason why, for the report
     */
    public static IgnoreRule of(String path, String attribute, String reason) {
        Pattern pattern = pattern(path);
        return new IgnoreRule(
                change -> (attribute.equals("*") || attribute.equals(change.attribute()))
                        && pattern.matcher(change.path().toString()).matches(),
                reason);
    }

    /** All changes of one aspect, wherever they are. */
    public static IgnoreRule of(Aspect aspect, String reason) {
        return new IgnoreRule(aspect::has, reason);
    }

    /** Whether the rule takes this change out. */
    boolean matches(Change change) {
        return known.test(change);
    }

    String reason() {
        return reason;
    }

    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (path.charAt(i) == '*') {
                regex.append("(?:[^.\"]|\"(?:[^\"\\\\]|\\\\.)*\")*");
            } else {
                regex.append(Pattern.quote(String.valueOf(path.charAt(i))));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
