package dev.plumbline.source.django;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names and what they are bound to, in a module, a class body or a call. */
final class Scope {

    final PythonFile file;
    final @Nullable Scope outer;
    Map<String, Binding> names = new LinkedHashMap<>();

    /** The module's dotted name. */
    final String module;

    /** Names that a function declares {@code global}. */
    final Set<String> globals = new HashSet<>();

    Scope(PythonFile file, String module, @Nullable Scope outer) {
        this.file = file;
        this.module = module;
        this.outer = outer;
    }

    /** The scope of a call or a class body inside this one. */
    Scope inner() {
        return new Scope(file, module, this);
    }

    Scope moduleScope() {
        Scope scope = this;
        while (scope.outer != null) {
            scope = scope.outer;
        }
        return scope;
    }

    @Nullable
    Value find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Binding binding = scope.names.get(name);
            if (binding != null) {
                return binding.value();
            }
        }
        return null;
    }

    void bind(String name, Value value, int line) {
        Scope scope = globals.contains(name) ? moduleScope() : this;
        scope.names.put(name, new Binding(value, file, line, null));
    }

    /** Says of all names of the module that what they are bound to now may be replaced unseen. */
    void doubt(String why) {
        moduleScope().names.replaceAll((name, binding) -> binding.doubted(why));
    }

    /**
     * @param line 1-based, of the statement that bound the name last
     * @param doubt what may have bound the name since then, unseen; null if nothing may
     */
    record Binding(
            Value value,
            PythonFile file,
            int line,
            @Nullable String doubt) {

        Binding doubted(String why) {
            return new Binding(value, file, line, doubt == null ? why : doubt);
        }
    }
}
