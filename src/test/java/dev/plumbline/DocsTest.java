package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.RuleBooks;
import dev.plumbline.cli.CommandReference;
import dev.plumbline.fact.Kind;
import dev.plumbline.rule.RulePages;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.NormalForm;
import dev.plumbline.source.QueryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that are generated from the source of truth. They are rewritten with {@code -Dupdate=true}. */
class DocsTest {

    private static final boolean UPDATE = Boolean.getBoolean("update");
    private static final List<String> FOLDERS =
            List.of("postgresql", "mysql", "cassandra", "django", "migration", "diagram", "backup", "files", "meta");

    @Test
    void theFactReferenceIsCurrent() throws IOException {
        check(Path.of("docs/facts.md"), facts());
    }

    @Test
    void thePageOfNormalFormsIsCurrent() throws IOException {
        check(Path.of("docs/equality.md"), normalForms());
    }

    @Test
    void theCommandReferenceIsCurrent() throws IOException {
        check(Path.of("docs/commands.md"), CommandReference.text());
    }

    @Test
    void thePagesOfRulesAreCurrent() throws IOException {
        Configuration configuration = Configuration.read(Path.of("plumbline.yaml"), Map.of());
        SortedMap<String, String> pages = new RulePages(RuleBooks.load(configuration, Catalog.allKinds())).pages();
        Path folder = Path.of("docs/rules");
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            check(folder.resolve(page.getKey()), page.getValue());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !pages.containsKey(String.valueOf(f.getFileName())))
                    .toList()) {
                if (UPDATE) {
                    Files.delete(file);
                }
                assertThat(file)
                        .as("a page of no rule; rewrite with -Dupdate=true")
                        .doesNotExist();
            }
        }
    }

    private static void check(Path file, String text) throws IOException {
        if (UPDATE) {
            Files.writeString(file, text);
        }
        assertThat(file).as("rewrite it with -Dupdate=true").exists();
        assertThat(Files.readString(file))
                .as("%s; rewrite it with -Dupdate=true", file)
                .isEqualTo(text);
    }

    private static String normalForms() {
        StringBuilder out = new StringBuilder("""
                # What is equal

                Two facts are equal when their attributes are equal after the normal forms below, which each reader applies
                to what its server says. What is not listed is compared as the server says it. `plumbline explain PATH` shows
                the forms of one path, and where it differs. Generated from the headers under `src/main/resources/catalog`.
                Which differences are compared at all, and how much they weigh, stands in [facts.md](facts.md).
                """);
        String reader = "";
        for (NormalForm form : Catalog.normalForms()) {
            if (!form.reader().equals(reader)) {
                reader = form.reader();
                out.append("\n## ")
                        .append(reader.equals("mysql") ? "mysql and mariadb" : reader)
                        .append("\n\n| kind | attributes | normal form | what is made equal |\n|---|---|---|---|\n");
            }
            out.append("| ")
                    .append(form.kind())
                    .append(" | ")
                    .append(String.join(", ", form.attributes()))
                    .append(" | `")
                    .append(form.name())
                    .append('@')
                    .append(form.version())
                    .append("` | ")
                    .append(form.reason().replace("|", "\\|"))
                    .append(" |\n");
        }
        out.append("""

                ## What is read where it is asked for

                No table of MySQL and MariaDB holds it, only what SHOW CREATE says of one table or view: `show_create: true` on a
                target, or `--show-create`, has all of them asked. Otherwise coverage says so, and a difference in it is not seen.

                """);
        for (String folder : Catalog.readers()) {
            for (QueryFile file : Catalog.load(folder).files()) {
                if (file.onlyIfAsked()) {
                    out.append("- ")
                            .append(file.server().orElse("mysql, mariadb"))
                            .append(", ")
                            .append(file.kindName())
                            .append(": ")
                            .append(String.join(
                                    ", ",
                                    new TreeSet<>(
                                            file.shown().orElseThrow().found().keySet())))
                            .append('\n');
                }
            }
        }
        out.append("""

                ## What is not read

                Servers have it and show it in no table that a query could read, so that no difference in it is seen.

                """);
        for (String folder : Catalog.readers()) {
            for (QueryFile file : Catalog.load(folder).files()) {
                file.unread()
                        .forEach(sentence -> out.append("- ")
                                .append(folder)
                                .append(", ")
                                .append(file.kindName())
                                .append(": ")
                                .append(sentence)
                                .append('\n'));
            }
        }
        return out.toString();
    }

    private static String facts() {
        SortedMap<String, SortedMap<String, Kind>> kinds = new TreeMap<>();
        for (String folder : FOLDERS) {
            Catalog.load(folder)
                    .kinds()
                    .forEach(kind -> kinds.computeIfAbsent(kind.name(), k -> new TreeMap<>())
                            .put(folder, kind));
        }
        StringBuilder out = new StringBuilder("# Facts\n\n"
                + "Kinds of fact and their attributes, generated from the headers under `src/main/resources/catalog`.\n"
                + "The last column says which readers give an attribute; a value in `=` is the usual one, which is not"
                + " written.\n");
        kinds.forEach((name, byFolder) -> {
            Kind first = byFolder.get(byFolder.firstKey());
            out.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(first.about())
                    .append("\n\n");
            out.append("Path: `")
                    .append(String.join(".", first.pathNames()))
                    .append("` · list in its owner: `")
                    .append(first.plural())
                    .append("`");
            if (!first.parents().isEmpty()) {
                out.append(" · part of: ").append(first.anyParent() ? "anything" : String.join(", ", first.parents()));
            }
            out.append(" · missing: ").append(word(first.impacts().missing()));
            out.append(", unexpected: ").append(word(first.impacts().unexpected()));
            out.append("\n\n| attribute | type | a difference is | about | read from |\n|---|---|---|---|---|\n");
            attributes(byFolder).forEach((attribute, of) -> {
                Kind.Attribute any = of.get(of.firstKey());
                out.append("| `").append(attribute).append("` | ").append(word(any.type()));
                if (any.otherwise() != null) {
                    out.append(" =").append(any.otherwise());
                }
                out.append(" | ")
                        .append(any.compared() || any.role() == Kind.Role.ORDER ? word(any.impact()) : "not compared")
                        .append(" | ")
                        .append(any.about().replace("|", "\\|"))
                        .append(" | ")
                        .append(String.join(", ", of.keySet()))
                        .append(" |\n");
            });
        });
        return out.toString();
    }

    private static SortedMap<String, SortedMap<String, Kind.Attribute>> attributes(SortedMap<String, Kind> byFolder) {
        SortedMap<String, SortedMap<String, Kind.Attribute>> attributes = new TreeMap<>();
        byFolder.forEach((folder, kind) -> kind.attributes()
                .forEach(attribute -> attributes
                        .computeIfAbsent(attribute.name(), a -> new TreeMap<>())
                        .put(folder, attribute)));
        return attributes;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
