package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import java.util.List;

/** What is missing to say anything about all facts of a kind. */
final class Gaps {

    private Gaps() {}

    /**
     * Why not all facts of a kind are known; empty if they are. Of several targets one that does not have the kind at
     * all counts as read, as long as some target was asked.
     */
    static String of(List<World.View> views, String kind) {
        boolean asked = false;
        String reason = "";
        for (World.View view : views) {
            Coverage.Entry entry = view.coverage(kind);
            switch (entry.status()) {
                case READ, UNSUPPORTED, EXCLUDED -> asked = true;
                case PARTIAL, DENIED, FAILED -> {
                    return text(views, view, kind, entry);
                }
                case NOT_ASKED -> reason = reason.isEmpty() ? text(views, view, kind, entry) : reason;
            }
        }
        return asked ? "" : reason;
    }

    /** Why facts of a kind were left out of some view on purpose; empty if they were not. */
    static String excluded(List<World.View> views, String kind) {
        return views.stream()
                .filter(view -> view.coverage(kind).status() == Coverage.Status.EXCLUDED)
                .findFirst()
                .map(view -> text(views, view, kind, view.coverage(kind)))
                .orElse("");
    }

    private static String text(List<World.View> views, World.View view, String kind, Coverage.Entry entry) {
        String place = views.size() > 1 ? " of " + view.name() : "";
        return "facts of kind " + kind + place + " were " + word(entry.status())
                + (entry.reason().isEmpty() ? "" : ": " + entry.reason());
    }

    static String word(Coverage.Status status) {
        return switch (status) {
            case READ -> "read";
            case PARTIAL -> "read in part";
            case DENIED -> "not shown to the account";
            case FAILED -> "not read because of a failure";
            case UNSUPPORTED -> "not there to be read";
            case EXCLUDED -> "left out on purpose";
            case NOT_ASKED -> "not read";
        };
    }
}
