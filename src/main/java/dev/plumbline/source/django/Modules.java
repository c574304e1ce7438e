package dev.plumbline.source.django;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modules of the project as one process imports them: each is run once, and what one changes the next one sees.
 * Files are parsed once for all processes.
 */
final class Modules {

    private final Path project;
    private final List<Path> roots;
    private final Map<Path, PythonFile> parsed;
    private final Map<String, Scope> loaded = new HashMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private @Nullable Scope settings;
    private final Set<PythonFile> used = new LinkedHashSet<>();

    /**
     * @param roots folders that a process has on its path
     * @param parsed shared by all processes; grows
     */
    Modules(Path project, List<Path> roots, Map<Path, PythonFile> parsed) {
        this.project = project;
        this.roots = List.copyOf(roots);
        this.parsed = parsed;
    }

    PythonFile file(Path path) {
        PythonFile file = parsed.computeIfAbsent(path, p -> PythonFile.read(project, p));
        used.add(file);
        return file;
    }

    /** Files that were run, in order. */
    List<PythonFile> used() {
        return List.copyOf(used);
    }

    /** Something at this place may change any setting unseen, also those that have been assigned so far. */
    void doubt(Scope scope, String text) {
        doubts.add(text);
        scope.doubt(text);
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** Where the module's file is, if the project has it. */
    Optional<Path> locate(String dotted) {
        for (Path root : roots) {
            Path base = root.resolve(dotted.replace('.', '/'));
            Path plain = base.resolveSibling(base.getFileName() + ".py");
            if (Files.isRegularFile(plain)) {
                return Optional.of(plain);
            }
            Path packageFile = base.resolve("__init__.py");
            if (Files.isRegularFile(packageFile)) {
                return Optional.of(packageFile);
            }
        }
        return Optional.empty();
    }

    private boolean isFolder(String dotted) {
        return roots.stream().anyMatch(r -> Files.isDirectory(r.resolve(dotted.replace('.', '/'))));
    }

    /** The dotted name by which a file is imported. */
    Optional<String> moduleOf(Path file) {
        for (Path root : roots) {
            if (file.startsWith(root)) {
                String name =
                        root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.py$", "");
                return Optional.of(name.replaceFirst("/__init__$", "").replace('/', '.'));
            }
        }
        return Optional.empty();
    }

    /** The module's names after running it; null if the project does not have it. */
    @Nullable
    Scope load(String dotted) {
        Scope known = loaded.get(dotted);
        if (known != null) {
            return known;
        }
        Optional<Path> path = locate(dotted);
        if (path.isEmpty()) {
            if (!dotted.isEmpty() && isFolder(dotted)) {
                Scope namespace = new Scope(PythonFile.none(dotted), dotted, null);
                loaded.put(dotted, namespace);
                return namespace;
            }
            return null;
        }
        PythonFile file = file(path.get());
        Scope scope = new Scope(file, dotted, null);
        loaded.put(dotted, scope);
        scope.bind("__file__", Value.of(new Value.PathText("<project>/" + file.name())), 1);
        scope.bind("__name__", Value.of(dotted), 1);
        boolean isPackage = file.name().endsWith("__init__.py");
        int dot = dotted.lastIndexOf('.');
        scope.bind("__package__", Value.of(isPackage ? dotted : dotted.substring(0, Math.max(0, dot))), 1);
        if (file.error() != null) {
            doubts.add("syntax error at " + file.name() + ":" + file.error());
        }
        new Interpreter(this).run(file.tree().children(), new Interpreter.Frame(scope));
        return scope;
    }

    /** Loads the settings of this process, which {@code django.conf.settings} then names. */
    @Nullable
    Scope settings(String dotted) {
        settings = load(dotted);
        return settings;
    }

    /** What a name outside the project is worth, where that is known. */
    Value symbol(String dotted) {
        if (dotted.startsWith("django.conf.settings.") && settings != null) {
            Value value = settings.find(dotted.substring("django.conf.settings.".length()));
            if (value != null) {
                return value;
            }
        }
        return switch (dotted) {
            // A process that serves has no arguments of a test run.
            case "sys.argv" -> new Value.Sequence("list", List.of(Value.of("")));
            case "typing.TYPE_CHECKING" -> Value.FALSE;
            case "django.db.DEFAULT_DB_ALIAS", "django.db.utils.DEFAULT_DB_ALIAS" -> Value.of("default");
            default -> new Value.Symbol(dotted);
        };
    }

    /** Runs another file with the names of a module, as {@code include} of django-split-settings does. */
    void include(Scope scope, Path path) {
        PythonFile file = file(path);
        Scope part = new Scope(file, scope.module, null);
        part.names = scope.names;
        part.bind("__file__", Value.of(new Value.PathText("<project>/" + file.name())), 1);
        new Interpreter(this).run(file.tree().children(), new Interpreter.Frame(part));
        scope.names = part.names;
    }

    /** The absolute name of a module that a statement in another one names. */
    String absolute(Scope from, String name) {
        int dots = 0;
        while (dots < name.length() && name.charAt(dots) == '.') {
            dots++;
        }
        if (dots == 0) {
            return name;
        }
        List<String> parts = new ArrayList<>(List.of(from.module.split("\\.", -1)));
        boolean isPackage = from.file.name().endsWith("__init__.py");
        int up = isPackage ? dots - 1 : dots;
        while (up > 0 && !parts.isEmpty()) {
            parts.remove(parts.size() - 1);
            up--;
        }
        String rest = name.substring(dots);
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return String.join(".", parts);
    }
}
