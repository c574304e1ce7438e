package dev.plumbline.source.diagram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many of each belong together, as crow's feet say: two bars and a circle with a foot are {@code 1:0..*}. */
final class Cardinality {

    private static final Pattern ARROW = Pattern.compile(
            "(?<left>\\|\\||\\|o|\\}\\||\\}o|\\|)(?:[-.]+(?:\\[[^\\]]*\\]|[a-z]+)?[-.]*)(?<right>\\|\\||o\\||\\|\\{|o\\{|\\|)");
    private static final Pattern QUANTIFIERS =
            Pattern.compile("\"(?<left>[0-9n*.]+)\"\\s*\\S*[-.]{1,}\\S*\\s*\"(?<right>[0-9n*.]+)\"");

    private Cardinality() {}

    static Optional<String> of(String line) {
        Matcher arrow = ARROW.matcher(line);
        if (arrow.find()) {
            return Optional.of(foot(arrow.group("left")) + ":" + foot(arrow.group("right")));
        }
        Matcher quantifiers = QUANTIFIERS.matcher(line);
        return quantifiers.find()
                ? Optional.of(quantifiers.group("left") + ":" + quantifiers.group("right"))
                : Optional.empty();
    }

    private static String foot(String end) {
        boolean many = end.contains("{") || end.contains("}");
        boolean zero = end.contains("o");
        return many ? (zero ? "0..*" : "1..*") : zero ? "0..1" : "1";
    }
}
