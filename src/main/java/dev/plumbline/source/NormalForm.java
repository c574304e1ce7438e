package dev.plumbline.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for what means the same, as a query file declares it:
 *
 * <pre>
 * -- normal: integer-width@1 (type) The display width of an integer says nothing of what it holds.
 * </pre>
 *
 * A normal form that comes to give another text for the same thing has its version raised, for snapshots from before
 * are then no longer equal to later ones.
 *
 * @param name in kebab case, one for each reader
 * @param version from 1
 * @param reader the folder of the query file, for instance {@code postgresql}
 * @param kind of the facts
 * @param attributes that are brought to this form; {@code path} stands for the names
 * @param reason what is made equal, and why it may be, a sentence
 */
public record NormalForm(String name, int version, String reader, String kind, List<String> attributes, String reason) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<name>[a-z][a-z0-9-]*)@(?<version>[1-9]\\d{0,3}) \\((?<attributes>[a-z_]+(?:, [a-z_]+)*)\\) (?<reason>.+)");

    public NormalForm {
        attributes = List.copyOf(attributes);
    }

    /** @throws IllegalArgumentException if the text is no declaration */
    static NormalForm parse(String reader, String kind, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no 'name@version (attributes) reason'");
        }
        return new NormalForm(
                matcher.group("name"),
                Integer.parseInt(matcher.group("version")),
                reader,
                kind,
                List.of(matcher.group("attributes").split(", ", -1)),
                matcher.group("reason"));
    }
}
