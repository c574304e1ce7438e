package dev.plumbline.rule;

import dev.plumbline.fact.Fact;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as expressions see it: with the target it was read from, so that its parts can be found. */
final class Node {

    private final @Nullable Fact fact;
    private final World.View view;
    private @Nullable String path;

    /** Parts that were asked for: a kind and their list in turn. Replaced, never changed, so that threads may share it. */
    private Object[] parts = {};

    Node(@Nullable Fact fact, World.View view) {
        this.fact = fact;
        this.view = view;
    }

    /** The fact; a target or the project as a whole has none. */
    @Nullable
    Fact factOrNull() {
        return fact;
    }

    Fact fact() {
        if (fact == null) {
            throw new IllegalStateException(view.name() + " as a whole is no fact");
        }
        return fact;
    }

    World.View view() {
        return view;
    }

    /** The text form of the path; for a change, that of the object that changed. */
    String path() {
        String text = path;
        if (text == null) {
            text = fact == null
                    ? "target:" + view.name()
                    : fact.kind().name().equals(FactModel.CHANGE)
                            ? fact.text("object").orElse("")
                            : fact.path().toString();
            path = text;
        }
        return text;
    }

    /** The parts that are of one kind, in their order. */
    List<Node> parts(String kind) {
        Object[] known = parts;
        for (int i = 0; i < known.length; i += 2) {
            if (kind.equals(known[i])) {
                @SuppressWarnings("unchecked") // see below
                List<Node> list = (List<Node>) known[i + 1];
                return list;
            }
        }
        List<Node> list = view.parts(this, kind);
        Object[] more = Arrays.copyOf(known, known.length + 2);
        more[known.length] = kind;
        more[known.length + 1] = list;
        parts = more;
        return list;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node
                && view == node.view
                && (fact == null
                        ? node.fact == null
                        : node.fact != null && fact.path().equals(node.fact.path()));
    }

    @Override
    public int hashCode() {
        return fact == null ? view.name().hashCode() : fact.path().hashCode();
    }

    @Override
    public String toString() {
        return path();
    }
}
