package dev.plumbline.source.django;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what a Django project consists of: the folder a process starts in, the settings modules of its environments
 * and the packages of its apps.
 */
final class Environments {

    private static final Set<String> FOREIGN = Set.of(
            "venv",
            "env",
            "node_modules",
            "site-packages",
            "__pycache__",
            "target",
            "build",
            "dist",
            "static",
            "media");

    private Environments() {}

    /** All Python files below a folder, without those of installed packages. */
    static List<Path> pythonFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
                boolean foreign = !dir.equals(folder)
                        && (name.startsWith(".") || FOREIGN.contains(name) || Files.exists(dir.resolve("pyvenv.cfg")));
                return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".py") && attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /** Folders that a process has on its path: where a {@code manage.py} lies, or else the folder itself. */
    static List<Path> roots(Path folder, List<Path> files) {
        List<Path> roots = new ArrayList<>();
        for (Path file : files) {
            Path parent = file.getParent();
            if (file.getFileName().toString().equals("manage.py") && parent != null) {
                roots.add(parent);
            }
        }
        roots.sort(java.util.Comparator.comparingInt(Path::getNameCount));
        if (!roots.contains(folder)) {
            roots.add(folder);
        }
        return roots;
    }

    /**
     * Settings modules by the name of their environment. A module that another one imports all names from is a base,
     * not an environment.
     *
     * @param asked dotted names; empty to find them by their place
     */
    static Map<String, String> find(List<Path> files, Modules modules, List<String> asked) {
        List<String> found = new ArrayList<>(asked);
        if (asked.isEmpty()) {
            Set<String> bases = new HashSet<>();
            for (Path file : files) {
                if (isSettings(file)) {
                    modules.moduleOf(file).ifPresent(m -> {
                        Set<String> imported = starImports(file, m, modules);
                        bases.addAll(imported);
                        if (!imported.isEmpty() || assigns(modules.file(file))) {
                            found.add(m);
                        }
                    });
                }
            }
            found.removeAll(bases);
        }
        Map<String, String> byName = new TreeMap<>();
        for (String module : found) {
            String last = module.substring(module.lastIndexOf('.') + 1);
            String taken = byName.putIfAbsent(last, module);
            if (taken != null) {
                byName.put(module, module);
            }
        }
        return byName;
    }

    private static boolean isSettings(Path file) {
        String name = file.getFileName().toString();
        Path parent = file.getParent();
        String folder = parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
        boolean plain = name.equals("settings.py") || name.matches("settings_[a-z0-9_]+\\.py|local_settings\\.py");
        return plain || folder.equals("settings");
    }

    private static boolean assigns(PythonFile file) {
        boolean configures = file.tree().children().stream()
                .filter(s -> s.is("expression_statement"))
                .flatMap(s -> s.parts().stream())
                .anyMatch(a -> a.is("assignment")
                        && a.get("left").is("identifier")
                        && a.get("left").text().matches("[A-Z][A-Z0-9_]*"));
        return configures || file.error() != null;
    }

    private static Set<String> starImports(Path file, String module, Modules modules) {
        Set<String> imported = new HashSet<>();
        PythonFile python = modules.file(file);
        Scope here = new Scope(python, module, null);
        Stream.concat(python.tree().children().stream(), nested(python.tree()))
                .filter(s -> s.is("import_from_statement"))
                .filter(s -> s.parts().stream().anyMatch(p -> p.is("wildcard_import")))
                .forEach(s ->
                        imported.add(modules.absolute(here, s.get("module_name").text())));
        return imported;
    }

    private static Stream<Syntax> nested(Syntax node) {
        return node.children().stream()
                .filter(c -> c.type().endsWith("_statement") || c.type().endsWith("_clause") || c.is("block"))
                .flatMap(c -> Stream.concat(Stream.of(c), nested(c)));
    }
}
