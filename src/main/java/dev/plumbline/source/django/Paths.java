package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.PathText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths of the project as texts: they start with {@code <project>}, so that they are the same on every machine. */
final class Paths {

    private Paths() {}

    /** What {@code Path.parents} gives: all folders above, nearest first. */
    record Parents(PathText path) {}

    static PathText join(PathText base, String more) {
        return new PathText(more.startsWith("/") ? more : normal(base.text() + "/" + more));
    }

    static PathText parent(PathText path, int levels) {
        PathText parent = path;
        for (int i = 0; i < levels; i++) {
            int slash = parent.text().lastIndexOf('/');
            parent = slash < 0 ? parent : new PathText(parent.text().substring(0, slash));
        }
        return parent;
    }

    static @Nullable Object property(PathText path, String name) {
        String file = path.text().substring(path.text().lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return switch (name) {
            case "parent" -> parent(path, 1);
            case "parents" -> new Parents(path);
            case "name" -> file;
            case "stem" -> dot > 0 ? file.substring(0, dot) : file;
            case "suffix" -> dot > 0 ? file.substring(dot) : "";
            default -> null;
        };
    }

    /** Without {@code .} and {@code ..}. */
    static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/+", -1)) {
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.peekLast().equals("..")
                    && !parts.peekLast().isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !(part.isEmpty() && !parts.isEmpty())) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
