package dev.plumbline.source.django;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a Django project without running it: settings of every environment, databases, caches, apps, routers, models
 * and migrations. A file that is no Python makes the coverage partial, with its place.
 */
public final class DjangoSource implements Source {

    private static final List<String> SETTINGS_KINDS =
            List.of("django_setting", "django_database", "django_cache", "django_app", "django_router", "django_route");
    private static final List<String> MODEL_KINDS = List.of("django_model", "django_field");
    private static final List<String> MIGRATION_KINDS = List.of("migration", "migration_operation", "migration_app");

    private final Path project;
    private final Path folder;
    private final Options options;
    private final Kinds kinds;

    /**
     * @param project what paths of files are relative to
     * @param folder where the Django project is: the folder of {@code manage.py}, or one above it
     */
    public DjangoSource(Path project, Path folder, Options options, Kinds kinds) {
        this.project = project.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.options = options;
        this.kinds = kinds;
    }

    /**
     * @param settings dotted names of the settings modules, one for each environment; empty for all that are found
     */
    public record Options(List<String> settings) {
        public static final Options DEFAULT = new Options(List.of());

        public Options {
            settings = List.copyOf(settings);
        }
    }

    @Override
    public Reading read() {
        List<Path> files;
        try {
            if (!Files.isDirectory(folder)) {
                throw new ProblemsException(
                        folder.toString(), "there is no such folder", "name the folder of manage.py");
            }
            files = Environments.pythonFiles(folder);
        } catch (IOException e) {
            throw new ProblemsException(
                    new dev.plumbline.fact.Problem(folder.toString(), "the folder cannot be listed", ""), e);
        }
        List<String> all = new java.util.ArrayList<>(SETTINGS_KINDS);
        all.addAll(MODEL_KINDS);
        all.addAll(MIGRATION_KINDS);
        ProjectFacts facts = new ProjectFacts(kinds, all);
        Map<Path, PythonFile> parsed = new HashMap<>();
        List<Path> roots = Environments.roots(folder, files);
        Modules first = new Modules(project, roots, parsed);
        Map<String, AppLabels.App> apps = AppLabels.find(files, first);
        Map<String, String> environments = Environments.find(files, first, options.settings());
        if (environments.isEmpty()) {
            SETTINGS_KINDS.forEach(k -> facts.doubt(k, "no settings module was found"));
        }
        environments.forEach(
                (name, module) -> readEnvironment(facts, name, module, new Modules(project, roots, parsed), apps));
        Modules modules = new Modules(project, roots, parsed);
        environments.values().stream().findFirst().ifPresent(modules::settings);
        new ModelFacts(facts, modules).add(apps);
        new MigrationFacts(facts, modules).add(files, apps);
        return facts.reading();
    }

    /** The last class that holds settings for django-configurations, which chooses one by an environment variable. */
    private static Optional<Value.Type> configuration(Scope settings) {
        return settings.names.values().stream()
                .flatMap(b -> b.value() instanceof Value.Type type ? Stream.of(type) : Stream.empty())
                .filter(type -> isConfiguration(type, 0))
                .reduce((earlier, later) -> later);
    }

    private static boolean isConfiguration(Value.Type type, int depth) {
        return depth < 20
                && type.bases().stream()
                        .anyMatch(base -> (base instanceof Value.Symbol symbol
                                        && symbol.dotted().startsWith("configurations."))
                                || (base instanceof Value.Type parent && isConfiguration(parent, depth + 1)));
    }

    private static void readEnvironment(
            ProjectFacts facts, String name, String module, Modules modules, Map<String, AppLabels.App> apps) {
        Scope settings = modules.settings(module);
        if (settings == null) {
            SETTINGS_KINDS.forEach(k -> facts.doubt(k, "the settings module " + module + " does not exist"));
            return;
        }
        configuration(settings)
                .ifPresent(type -> modules.doubt(
                        settings,
                        "the settings are attributes of " + type.name() + " at " + settings.file.name() + ":"
                                + type.line() + " or of another class of django-configurations"));
        new SettingsFacts(facts, name, settings).add(apps, modules.doubts());
        modules.doubts()
                .forEach(d -> SETTINGS_KINDS.stream()
                        .filter(k -> !k.startsWith("django_route"))
                        .forEach(k -> facts.doubt(k, name + ": " + d)));
        new RouterFacts(facts, name, settings, modules).add(apps);
    }
}
