package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Sequence;
import java.util.List;

/** Import statements: of the project's own modules, and of names that others define. */
final class Imports {

    private final Modules modules;

    Imports(Modules modules) {
        this.modules = modules;
    }

    void run(Syntax node, Scope scope) {
        if (node.is("import_statement")) {
            node.all("name").forEach(n -> importModule(n, scope, node.line()));
            return;
        }
        String module = modules.absolute(scope, node.get("module_name").text());
        if (node.parts().stream().anyMatch(p -> p.is("wildcard_import"))) {
            importAll(module, scope, node);
            return;
        }
        for (Syntax name : node.all("name")) {
            boolean aliased = name.is("aliased_import");
            String imported = aliased ? name.get("name").text() : name.text();
            String bound = aliased ? name.get("alias").text() : imported;
            scope.bind(bound, member(module, imported), node.line());
        }
    }

    /** Whether the project has what the statement names; what it does not have may be installed or not. */
    boolean resolves(Syntax node, Scope scope) {
        if (node.is("import_statement")) {
            return node.all("name").stream()
                    .allMatch(n ->
                            modules.load(n.is("aliased_import") ? n.get("name").text() : n.text()) != null);
        }
        String module = modules.absolute(scope, node.get("module_name").text());
        Scope loaded = modules.load(module);
        return loaded != null
                && node.all("name").stream().allMatch(n -> {
                    String name = n.is("aliased_import") ? n.get("name").text() : n.text();
                    return loaded.find(name) != null || modules.load(module + "." + name) != null;
                });
    }

    private void importModule(Syntax name, Scope scope, int line) {
        if (name.is("aliased_import")) {
            scope.bind(name.get("alias").text(), moduleOrSymbol(name.get("name").text()), line);
            return;
        }
        String dotted = name.text();
        modules.load(dotted);
        String first = dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
        scope.bind(first, moduleOrSymbol(first), line);
    }

    Value moduleOrSymbol(String dotted) {
        Scope loaded = modules.load(dotted);
        return loaded == null ? modules.symbol(dotted) : new Value.Module(loaded);
    }

    /** A name of a module, or a module of a package. */
    Value member(String module, String name) {
        Scope loaded = modules.load(module);
        if (loaded == null) {
            return modules.symbol(module + "." + name);
        }
        Value value = loaded.find(name);
        return value != null ? value : moduleOrSymbol(module + "." + name);
    }

    private void importAll(String module, Scope scope, Syntax node) {
        Scope loaded = modules.load(module);
        if (loaded == null) {
            modules.doubt(
                    scope,
                    "every name of " + module + " is imported at " + scope.file.name() + ":" + node.line()
                            + ", and the project does not have that module");
            return;
        }
        List<String> only = loaded.find("__all__") instanceof Sequence all ? ValueText.texts(all) : List.of();
        loaded.names.forEach((name, binding) -> {
            if (only.isEmpty() ? !name.startsWith("_") : only.contains(name)) {
                scope.names.put(name, binding);
            }
        });
    }
}
