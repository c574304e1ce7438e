package dev.plumbline.source.django;

import dev.plumbline.fact.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Python file and its tree.
 *
 * @param name relative to the project, with {@code /}
 * @param text the whole file; empty if it could not be read
 * @param error where it is no Python, as {@code line:column}; null if all of it is
 */
record PythonFile(
        Path path,
        String name,
        String text,
        Syntax tree,
        @Nullable String error) {

    private static final long LARGEST_BYTES = 1 << 20;

    static PythonFile read(Path project, Path path) {
        String name = project.relativize(path).toString().replace('\\', '/');
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                return broken(path, name, "1:1 (larger than 1 MiB, not read)");
            }
            String text = Files.readString(path);
            String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
            Syntax tree = Syntax.parse(source);
            return new PythonFile(
                    path,
                    name,
                    source,
                    tree,
                    tree.error().map(e -> e.line() + ":" + e.column()).orElse(null));
        } catch (MalformedInputException e) {
            return broken(path, name, "1:1 (not UTF-8)");
        } catch (IOException e) {
            return broken(path, name, "1:1 (cannot be read)");
        }
    }

    private static PythonFile broken(Path path, String name, String error) {
        return new PythonFile(path, name, "", Syntax.parse(""), error);
    }

    /** Stands for a package that is only a folder. */
    static PythonFile none(String name) {
        return new PythonFile(Path.of(name), name.replace('.', '/'), "", Syntax.parse(""), null);
    }

    /** What is wrong with the file, if anything. */
    Optional<Problem> problem() {
        return error == null
                ? Optional.empty()
                : Optional.of(new Problem(name + ":" + error, "this is no Python the parser understands", ""));
    }

    /** The text of the first statement if that is a plain string, with indentation evened out. */
    Optional<String> docstring() {
        return docstring(tree.children());
    }

    static Optional<String> docstring(List<Syntax> statements) {
        for (Syntax statement : statements) {
            if (statement.is("comment")) {
                continue;
            }
            if (!statement.is("expression_statement")
                    || statement.parts().size() != 1
                    || !statement.parts().get(0).is("string")) {
                return Optional.empty();
            }
            String text = Literals.plainText(statement.parts().get(0)).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.replaceAll("\\s*\\n\\s*", "\n"));
        }
        return Optional.empty();
    }
}
