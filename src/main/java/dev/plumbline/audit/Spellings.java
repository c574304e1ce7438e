package dev.plumbline.audit;

import dev.plumbline.source.Catalog;
import dev.plumbline.source.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Why two spellings of an attribute are equal, or are not. */
final class Spellings {

    private final List<NormalForm> forms;
    private final List<String> unread;

    /**
     * @param engine as in the configuration
     * @param kind of the fact
     */
    Spellings(String engine, String kind) {
        String reader = engine.equals("mariadb") ? "mysql" : engine;
        this.forms = Catalog.normalForms().stream()
                .filter(form -> form.reader().equals(reader) && form.kind().equals(kind))
                .toList();
        this.unread = Catalog.readers().contains(reader)
                ? Catalog.load(reader).files().stream()
                        .filter(file -> file.kindName().equals(kind))
                        .flatMap(file -> file.unread().stream())
                        .toList()
                : List.of();
    }

    /** The normal forms that both sides are brought to before they are compared, and what cannot be compared. */
    List<String> forms() {
        List<String> lines = new ArrayList<>();
        lines.add(
                forms.isEmpty()
                        ? "  compared as the server says it, without any normal form"
                        : "  spellings that are equal:");
        forms.forEach(form -> lines.add("    " + form.name() + "@" + form.version() + " ("
                + String.join(", ", form.attributes()) + "): " + form.reason()));
        unread.forEach(sentence -> lines.add("  not read: " + sentence));
        return lines;
    }

    /** @param change of a JSON report */
    List<String> difference(JsonNode change) {
        String attribute = change.path("attribute").asString("");
        if (attribute.isEmpty()) {
            String reason = change.path("reason").asString("");
            return List.of("  " + change.path("type").asString("") + (reason.isEmpty() ? "" : ": " + reason));
        }
        String before = text(change.path("before"));
        String after = text(change.path("after"));
        int same = common(before, after);
        List<String> lines = new ArrayList<>();
        lines.add("  " + attribute + " differs (" + change.path("impact").asString("") + "):");
        lines.add("    expected: " + before);
        lines.add("    found:    " + after);
        lines.add("    they part at character " + (same + 1) + ", after these normal forms: " + applied(attribute));
        return lines;
    }

    private String applied(String attribute) {
        Set<String> names = new TreeSet<>();
        forms.stream()
                .filter(form -> form.attributes().contains(attribute))
                .forEach(form -> names.add(form.name() + "@" + form.version()));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "(nothing)";
        }
        return (value.isString() ? value.asString() : value.toString()).replace("\n", "\\n");
    }

    private static int common(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        return i;
    }
}
