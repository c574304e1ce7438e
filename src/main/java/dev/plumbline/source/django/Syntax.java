package dev.plumbline.source.django;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterPython;

/**
 * A node of a Python syntax tree. The tree is copied out of the native parser at once, so that nothing outlives it.
 *
 * @param type the grammar's name of the node, for instance {@code assignment}
 * @param field the role in the parent, for instance {@code left}; empty if it has none
 * @param named whether it is more than a bare word or mark
 * @param missing whether the parser invented it to go on after an error
 * @param line 1-based
 * @param column 1-based, in bytes
 * @param text the source of the node; empty for a long one that is not a literal
 */
record Syntax(
        String type,
        String field,
        boolean named,
        boolean missing,
        int line,
        int column,
        String text,
        List<Syntax> children) {

    /** Python itself refuses expressions that are nested a few hundred levels deep. */
    private static final int DEEPEST = 400;

    private static final int LONGEST_QUOTE = 400;

    static Syntax parse(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        try (TSParser parser = new TSParser();
                TSLanguage language = new TreeSitterPython()) {
            if (!parser.setLanguage(language)) {
                throw new IllegalStateException("the Python grammar does not fit the parser");
            }
            try (TSTree tree = parser.parseString(null, source)) {
                return copy(tree.getRootNode(), "", bytes, 0);
            }
        }
    }

    private static Syntax copy(TSNode node, @Nullable String field, byte[] bytes, int depth) {
        List<Syntax> children = new ArrayList<>();
        int count = node.getChildCount();
        boolean tooDeep = depth > DEEPEST && count > 0;
        for (int i = 0; i < count && !tooDeep; i++) {
            children.add(copy(node.getChild(i), node.getFieldNameForChild(i), bytes, depth + 1));
        }
        String type = tooDeep ? "ERROR" : node.getType();
        return new Syntax(
                type,
                field == null ? "" : field,
                node.isNamed(),
                node.isMissing(),
                node.getStartPoint().getRow() + 1,
                node.getStartPoint().getColumn() + 1,
                text(node, type, bytes),
                List.copyOf(children));
    }

    /** The text of a long statement is never asked for, and would be held once for each level. */
    private static String text(TSNode node, String type, byte[] bytes) {
        int length = node.getEndByte() - node.getStartByte();
        boolean asked = length <= LONGEST_QUOTE || node.getChildCount() == 0 || type.startsWith("string");
        return asked ? new String(bytes, node.getStartByte(), length, StandardCharsets.UTF_8) : "";
    }

    boolean is(String name) {
        return type.equals(name);
    }

    /** Children that say something: without keywords, brackets, commas and comments. */
    List<Syntax> parts() {
        return children.stream().filter(c -> c.named && !c.is("comment")).toList();
    }

    Optional<Syntax> child(String fieldName) {
        return children.stream().filter(c -> c.field.equals(fieldName)).findFirst();
    }

    /** The child with that role, or a node of type {@code missing} in a broken file. */
    Syntax get(String fieldName) {
        return child(fieldName)
                .orElseGet(() -> new Syntax("missing", fieldName, true, true, line, column, "", List.of()));
    }

    List<Syntax> all(String fieldName) {
        return children.stream().filter(c -> c.field.equals(fieldName)).toList();
    }

    /** The first place that is no Python, if there is one. */
    Optional<Syntax> error() {
        if (is("ERROR") || missing) {
            return Optional.of(this);
        }
        for (Syntax child : children) {
            Optional<Syntax> error = child.error();
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    /** Every comment in the tree, without its mark, in order. */
    List<String> comments() {
        List<String> comments = new ArrayList<>();
        collectComments(comments);
        return comments;
    }

    private void collectComments(List<String> comments) {
        if (is("comment")) {
            comments.add(text.replaceFirst("^#+\\s*", ""));
        }
        children.forEach(c -> c.collectComments(comments));
    }
}
