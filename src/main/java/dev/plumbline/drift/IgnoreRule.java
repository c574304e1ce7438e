package dev.plumbline.drift;

import java.util.regex.Pattern;

/**
 * A precise exception: changes that are known and not reported, but counted.
 *
 * @param path the text form of a path, in which {@code *} stands for any characters within one name and {@code **} for
 *     any at all
 * @param attribute a name, or {@code *} for any, also for the whole fact
 * @param reason why, for the report
 */
public record IgnoreRule(String path, String attribute, String reason) {

    /** Whether the rule takes this change out. */
    public boolean matches(Change change) {
        return (attribute.equals("*") || attribute.equals(change.attribute()))
                && pattern().matcher(change.path().toString()).matches();
    }

    private Pattern pattern() {
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
        return Pattern.compile(regex.toString());
    }
}
