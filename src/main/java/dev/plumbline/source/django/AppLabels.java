package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The apps of the project by every name that INSTALLED_APPS may use for them. */
final class AppLabels {

    private AppLabels() {}

    /**
     * @param module dotted name of the package
     * @param label the name in routers, migrations and tables
     */
    record App(String module, String label, Path folder) {}

    /** The label that Django gives an app without a configuration of its own. */
    static String labelOf(String entry) {
        String module = entry.replaceFirst("\\.apps\\.[A-Za-z_0-9]+$", "");
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** By package and by the dotted name of the configuration class. */
    static Map<String, App> find(List<Path> files, Modules modules) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path folder = file.getParent();
            if (folder != null && (name.equals("models.py") || name.equals("apps.py"))) {
                folders.add(folder);
            } else if (folder != null
                    && folder.getParent() != null
                    && List.of("migrations", "models")
                            .contains(folder.getFileName().toString())) {
                folders.add(folder.getParent());
            }
        }
        Map<String, App> apps = new TreeMap<>();
        for (Path folder : folders) {
            modules.moduleOf(folder.resolve("__init__.py"))
                    .filter(m -> !m.isEmpty())
                    .ifPresent(module -> add(apps, module, folder, modules));
        }
        return apps;
    }

    private static void add(Map<String, App> apps, String module, Path folder, Modules modules) {
        Scope scope = Files.isRegularFile(folder.resolve("apps.py")) ? modules.load(module + ".apps") : null;
        String label = labelOf(module);
        Map<String, String> configurations = new TreeMap<>();
        if (scope != null) {
            for (Scope.Binding binding : scope.names.values()) {
                if (binding.value() instanceof Value.Type type
                        && type.body().module.equals(scope.module)) {
                    String configured = text(type, "label");
                    String name = text(type, "name");
                    configurations.put(
                            module + ".apps." + type.name(),
                            configured.isEmpty() ? labelOf(name.isEmpty() ? module : name) : configured);
                }
            }
        }
        if (configurations.size() == 1) {
            label = configurations.values().iterator().next();
        }
        apps.put(module, new App(module, label, folder));
        configurations.forEach((name, own) -> apps.put(name, new App(module, own, folder)));
    }

    private static String text(Value.Type type, String name) {
        Value value = Members.ofType(type, name, null);
        return value instanceof Constant constant && constant.raw() instanceof String text ? text : "";
    }
}
