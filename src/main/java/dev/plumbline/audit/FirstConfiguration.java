package dev.plumbline.audit;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.RuleSettings;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A first {@code plumbline.yaml} from what a folder holds.
 *
 * @param text of the file
 * @param found what was recognised, one line each
 */
public record FirstConfiguration(String text, List<String> found) {

    /** Packs whose rules look at a Django project most of all. */
    private static final List<String> DJANGO_PACKS = List.of("placement", "readonly", "sessions");

    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "venv", "__pycache__");

    /** Looks at names of files only. */
    public static FirstConfiguration of(Path folder) throws IOException {
        Finder finder = new Finder(folder);
        Files.walkFileTree(folder, finder);
        List<String> found = new ArrayList<>();
        StringBuilder text =
                new StringBuilder("# What Plumbline audits here. All keys: docs/configuration.md\nversion: 1\n");
        text.append("project: ").append(name(folder)).append("\n\ntargets:\n");
        for (String flyway : finder.flyway) {
            found.add("Flyway migrations in " + flyway);
            target(text, finder.next("postgresql"), "postgresql", "flyway", flyway, "app");
        }
        for (String sql : finder.sql) {
            found.add("SQL migrations in " + sql);
            target(text, finder.next("mariadb"), "mariadb", "sql", sql, "app");
        }
        for (String cql : finder.cql) {
            found.add("CQL migrations in " + cql);
            target(text, finder.next("cassandra"), "cassandra", "cql", cql, "");
        }
        if (found.isEmpty()) {
            text.append("""
                      main:
                        engine: postgresql        # or mariadb, mysql, cassandra
                        database: app
                        # A live database instead of a sandbox:
                        # url: jdbc:postgresql://host/app
                        # user: plumbline
                        # password: {env: PLUMBLINE_MAIN_PASSWORD}
                    """);
        }
        StringBuilder files = new StringBuilder();
        finder.django.ifPresent(d -> {
            found.add("a Django project in " + d);
            files.append("  django: {folder: ").append(d).append("}\n");
        });
        finder.diagrams.ifPresent(d -> {
            found.add("diagrams in " + d);
            files.append("  diagrams: ").append(d).append('\n');
        });
        if (!files.isEmpty()) {
            text.append("\nfiles:\n").append(files);
        }
        rules(text, Files.isDirectory(folder.resolve("rules")), finder);
        return new FirstConfiguration(text.toString(), List.copyOf(found));
    }

    /** Rules about what was not found are switched off in so many words, instead of being without evidence for ever. */
    private static void rules(StringBuilder text, boolean own, Finder finder) {
        Map<String, String> off = new LinkedHashMap<>();
        off.put("iact", "the conventions of one organisation");
        if (finder.django.isEmpty()) {
            DJANGO_PACKS.forEach(pack -> off.put(pack, "needs files.django"));
        }
        if (finder.diagrams.isEmpty()) {
            off.put("diagrams", "needs files.diagrams");
        }
        off.put("backup", "needs files.backups, files.scripts and files.pipeline");
        text.append("\nrules:\n")
                .append(
                        own
                                ? "  packs: [library, rules]    # the rules that come with Plumbline, and this project's own\n"
                                : "  packs: [library]    # the rules that come with Plumbline\n")
                .append("  set_packs:\n");
        off.forEach((pack, why) -> text.append("    ")
                .append(pack)
                .append(": {active: false}    # ")
                .append(why)
                .append('\n'));
        if (finder.django.isEmpty()) {
            RuleBook library = RuleBook.load(List.of(Library.place()), RuleSettings.NONE, Catalog.allKinds());
            List<String> others = library.rules().stream()
                    .filter(rule -> !off.containsKey(rule.pack()))
                    .map(Rule::id)
                    .filter(id -> library.kinds(id).stream().anyMatch(kind -> kind.startsWith("django_")))
                    .toList();
            text.append(others.isEmpty() ? "" : "  set:\n");
            others.forEach(id -> text.append("    ").append(id).append(": {active: false}    # needs files.django\n"));
        }
    }

    private static void target(
            StringBuilder text, String name, String engine, String tool, String folder, String database) {
        text.append("  ").append(name).append(":\n    engine: ").append(engine);
        text.append(tool.equals("cql") ? "\n" : "        # check: which engine runs these migrations?\n");
        if (!database.isEmpty()) {
            text.append("    database: ").append(database).append('\n');
        }
        text.append("    migrations:\n      - {tool: ")
                .append(tool)
                .append(", folder: ")
                .append(folder)
                .append("}\n");
    }

    private static String name(Path folder) {
        String name =
                String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return name.matches("[a-z].*") ? name : "project";
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<String> flyway = new TreeSet<>();
        private final Set<String> sql = new TreeSet<>();
        private final Set<String> cql = new TreeSet<>();
        private final Set<String> names = new TreeSet<>();
        private Optional<String> django = Optional.empty();
        private Optional<String> diagrams = Optional.empty();

        Finder(Path root) {
            this.root = root;
        }

        String next(String engine) {
            String name = engine;
            for (int i = 2; !names.add(name); i++) {
                name = engine + i;
            }
            return name;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            boolean skip = !dir.equals(root) && (name.startsWith(".") || SKIPPED.contains(name));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            String folder = root.relativize(file.resolveSibling("x")).toString().replace('\\', '/');
            folder = folder.equals("x") ? "." : folder.substring(0, folder.length() - 2);
            if (name.matches("V\\d.*__.+\\.sql")) {
                flyway.add(folder);
            } else if (name.endsWith(".up.sql")) {
                sql.add(folder);
            } else if (name.endsWith(".up.cql")) {
                cql.add(folder);
            } else if (name.equals("manage.py") && django.isEmpty()) {
                django = Optional.of(folder);
            } else if (name.endsWith(".puml") && diagrams.isEmpty()) {
                diagrams = Optional.of(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
