package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project that a test writes file by file, and the program run on it as its owner would.
 *
 * @param folder what names of files are relative to
 * @param configuration the name of its configuration, for instance {@code plumbline.yaml}
 */
record SmallProject(Path folder, String configuration) {

    static final String RULE = "rules/own/table-without-primary-key.yaml";

    /** A project whose configuration stands in its folder. */
    static SmallProject in(Path folder) {
        return new SmallProject(folder, "plumbline.yaml");
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    void replace(String name, String text, String by) throws IOException {
        String before = read(name);
        if (!before.contains(text)) {
            throw new AssertionError(name + " does not hold " + text + ":\n" + before);
        }
        write(name, before.replace(text, by));
    }

    /** The one rule that most small projects have. */
    void writeRule() throws IOException {
        write(RULE, """
                id: table-without-primary-key
                title: {en: Table without a primary key, es: Tabla sin clave primaria}
                severity: high
                for: table
                assert: table.primary_keys.size() > 0
                message: {en: "{path} has no primary key", es: "{path} no tiene clave primaria"}
                why: {en: Rows cannot be told apart., es: Las filas no se distinguen.}
                fix: {en: Add one., es: Añadir una.}
                examples:
                  passes: [{table: {path: public.t, primary_keys: [{name: t_pkey, columns: [id]}]}}]
                  fails: [{table: {path: public.t}}]
                """);
    }

    Terminal plumbline(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config");
        all.add(folder.resolve(configuration).toString());
        return Terminal.run(all.toArray(String[]::new));
    }
}
