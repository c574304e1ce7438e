package dev.plumbline.source.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a drawn SVG says. Sizes and places depend on the fonts of the machine that drew it, so they are not compared:
 * two pictures are equal if the source inside them and all their texts are.
 *
 * @param version of PlantUML
 * @param source encoded, as PlantUML puts it into the picture
 * @param texts everything that can be read, in order
 */
record Picture(Optional<String> version, Optional<String> source, List<String> texts) {

    private static final Pattern VERSION = Pattern.compile("<\\?plantuml ([^?]+)\\?>");
    private static final Pattern SOURCE = Pattern.compile("<\\?plantuml-src ([^?]+)\\?>");
    private static final Pattern TEXT = Pattern.compile("<text\\b[^>]*>([^<]*)</text>");

    static Picture read(String svg) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = TEXT.matcher(svg);
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        return new Picture(first(VERSION, svg), first(SOURCE, svg), texts);
    }

    private static Optional<String> first(Pattern pattern, String svg) {
        Matcher matcher = pattern.matcher(svg);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** Whether this picture shows what a newly drawn one shows. */
    boolean shows(Picture drawn) {
        boolean sameSource = source.isEmpty() || source.equals(drawn.source);
        boolean sameVersion = version.isPresent() && version.equals(drawn.version);
        // Another version may break lines of text elsewhere; then the source alone decides.
        return sameSource && ((source.isPresent() && !sameVersion) || texts.equals(drawn.texts));
    }
}
