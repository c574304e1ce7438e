package dev.plumbline.source.django;

import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models and their fields. */
final class ModelFacts {

    private static final Set<String> RELATIONS = Set.of("ForeignKey", "OneToOneField", "ManyToManyField");

    private final ProjectFacts facts;
    private final Modules modules;

    ModelFacts(ProjectFacts facts, Modules modules) {
        this.facts = facts;
        this.modules = modules;
    }

    void add(Map<String, AppLabels.App> apps) {
        for (AppLabels.App app : apps.values().stream().distinct().toList()) {
            for (String module : modelModules(app)) {
                Scope scope = modules.load(module);
                if (scope == null) {
                    continue;
                }
                if (scope.file.error() != null) {
                    String doubt = "syntax error at " + scope.file.name() + ":" + scope.file.error();
                    facts.doubt("django_model", doubt);
                    facts.doubt("django_field", doubt);
                }
                for (Scope.Binding binding : List.copyOf(scope.names.values())) {
                    if (binding.value() instanceof Value.Type type
                            && type.body().module.equals(module)
                            && isModel(type, 0)) {
                        addModel(app, type);
                    }
                }
            }
        }
    }

    private List<String> modelModules(AppLabels.App app) {
        List<String> names = new ArrayList<>();
        names.add(app.module() + ".models");
        Path folder = app.folder().resolve("models");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(".py") && !f.equals("__init__.py"))
                        .sorted()
                        .forEach(f -> names.add(app.module() + ".models." + f.substring(0, f.length() - 3)));
            } catch (java.io.IOException e) {
                facts.doubt("django_model", app.module() + ".models cannot be listed");
            }
        }
        return names;
    }

    /** Other packages name their base models for what they are. */
    private static boolean isModel(Value.Type type, int depth) {
        return depth < 20
                && type.bases().stream()
                        .anyMatch(b -> (b instanceof Symbol symbol && isModelName(symbol.dotted()))
                                || (b instanceof Value.Type parent && isModel(parent, depth + 1)));
    }

    private static boolean isModelName(String dotted) {
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        return dotted.endsWith("models.Model")
                || Set.of("AbstractUser", "AbstractBaseUser", "AbstractBaseSession", "PermissionsMixin", "Session")
                        .contains(name)
                || (name.endsWith("Model") && !dotted.startsWith("pydantic."));
    }

    private void addModel(AppLabels.App app, Value.Type type) {
        Value.@Nullable Type meta = meta(type, true);
        Value.@Nullable Type ownMeta = meta(type, false);
        boolean isAbstract = isTrue(ownMeta, "abstract");
        Value managed = meta == null ? null : Members.ofType(meta, "managed", null);
        Value table = ownMeta == null ? null : Members.ofType(ownMeta, "db_table", null);
        List<String> reasons = new ArrayList<>();
        if (managed != null && Values.truth(managed) == null) {
            reasons.addAll(Values.reasons(managed));
        }
        if (table != null) {
            reasons.addAll(Values.reasons(table));
        }
        if (type.body().file.error() != null) {
            reasons.add("syntax error at " + type.body().file.name() + ":"
                    + type.body().file.error());
        }
        boolean proxy = isTrue(ownMeta, "proxy");
        String label = label(app, ownMeta);
        String tableName = isAbstract || proxy
                ? null
                : table == null
                        ? label + "_" + type.name().toLowerCase(Locale.ROOT)
                        : table instanceof Constant ? ValueText.of(table) : null;
        facts.add(
                "django_model",
                List.of(label, type.name()),
                new Attributes()
                        .put("managed", managed == null || !Boolean.FALSE.equals(Values.truth(managed)))
                        .put("db_table", tableName)
                        .put("abstract", isAbstract)
                        .put("proxy", proxy)
                        .put(
                                "docstring",
                                PythonFile.docstring(
                                                type.definition().get("body").children())
                                        .orElse(null))
                        .put("external_bases", externalBases(type))
                        .undecided(reasons)
                        .at(type.body().file, type.line())
                        .map());
        if (!proxy) {
            addFields(label, type, isAbstract);
        }
    }

    private static String label(AppLabels.App app, Value.@Nullable Type meta) {
        Value own = meta == null ? null : Members.ofType(meta, "app_label", null);
        return own instanceof Constant ? ValueText.of(own) : app.label();
    }

    private static Value.@Nullable Type meta(Value.Type type, boolean inherited) {
        Scope.Binding own = type.body().names.get("Meta");
        if (own != null) {
            return own.value() instanceof Value.Type meta ? meta : null;
        }
        if (inherited) {
            for (Value base : type.bases()) {
                if (base instanceof Value.Type parent && isTrue(meta(parent, false), "abstract")) {
                    return meta(parent, true);
                }
            }
        }
        return null;
    }

    /** {@code abstract} and {@code proxy} are not inherited, so only the class itself is asked. */
    private static boolean isTrue(Value.@Nullable Type meta, String name) {
        Scope.Binding binding = meta == null ? null : meta.body().names.get(name);
        return binding != null && Boolean.TRUE.equals(Values.truth(binding.value()));
    }

    private static List<String> externalBases(Value.Type type) {
        List<String> bases = new ArrayList<>();
        for (Value base : type.bases()) {
            if (base instanceof Symbol symbol && !symbol.dotted().endsWith("models.Model")) {
                bases.add(symbol.dotted());
            } else if (base instanceof Value.Type parent) {
                bases.addAll(externalBases(parent));
            }
        }
        return bases.stream().distinct().sorted().toList();
    }

    private void addFields(String label, Value.Type type, boolean isAbstract) {
        Map<String, Scope.Binding> fields = new LinkedHashMap<>();
        collect(type, fields, 0);
        boolean key = fields.values().stream()
                .map(b -> call(b.value()))
                .anyMatch(c -> c != null && truth(c, "primary_key", false));
        long position = 0;
        if (!key && !isAbstract && !inheritsTable(type)) {
            facts.add(
                    "django_field",
                    List.of(label, type.name(), "id"),
                    new Attributes()
                            .put("position", ++position)
                            .put("type", autoField())
                            .put("column", "id")
                            .put("primary_key", true)
                            .put("implicit", true)
                            .at(type.body().file, type.line())
                            .map());
        }
        for (Map.Entry<String, Scope.Binding> entry : fields.entrySet()) {
            Call call = call(entry.getValue().value());
            if (call != null) {
                addField(label, type, entry.getKey(), call, entry.getValue(), ++position);
            }
        }
    }

    private String autoField() {
        Value setting = modules.symbol("django.conf.settings.DEFAULT_AUTO_FIELD");
        String name = setting instanceof Constant ? ValueText.of(setting) : "AutoField";
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean inheritsTable(Value.Type type) {
        return type.bases().stream()
                .anyMatch(b -> b instanceof Value.Type parent
                        && isModel(parent, 0)
                        && (!isTrue(meta(parent, false), "abstract") || inheritsTable(parent)));
    }

    /** Fields of abstract bases come first, in the order of the bases. */
    private static void collect(Value.Type type, Map<String, Scope.Binding> fields, int depth) {
        for (Value base : type.bases()) {
            boolean shares = base instanceof Value.Type parent
                    && depth < 20
                    && (!isModel(parent, 0) || isTrue(meta(parent, false), "abstract"));
            if (shares && base instanceof Value.Type parent) {
                collect(parent, fields, depth + 1);
            }
        }
        type.body().names.forEach((name, binding) -> {
            if (call(binding.value()) != null || fields.containsKey(name)) {
                fields.put(name, binding);
            }
        });
    }

    /** The call that makes a field; null if the value is no field. */
    private static @Nullable Call call(Value value) {
        Call call = value instanceof Call c ? c : value instanceof Instance i ? i.origin : null;
        if (call == null) {
            return null;
        }
        String name = call.simpleName();
        return name.endsWith("Field") || name.equals("ForeignKey") ? call : null;
    }

    static boolean truth(Call call, String name, boolean otherwise) {
        Value value = call.named().get(name);
        return value == null ? otherwise : Boolean.TRUE.equals(Values.truth(value));
    }

    static @Nullable String constant(@Nullable Value value) {
        return value instanceof Constant constant && !constant.isNone() ? ValueText.of(value) : null;
    }

    private void addField(String label, Value.Type type, String name, Call call, Scope.Binding binding, long position) {
        String field = call.simpleName();
        boolean relation = RELATIONS.contains(field);
        String own = constant(call.named().get("db_column"));
        String column = field.equals("ManyToManyField") ? null : own != null ? own : relation ? name + "_id" : name;
        Value length = call.named().get("max_length");
        Value target = relation ? call.argument(0, "to") : null;
        Value onDelete = relation ? call.argument(1, "on_delete") : null;
        facts.add(
                "django_field",
                List.of(label, type.name(), name),
                new Attributes()
                        .put("position", position)
                        .put("type", field)
                        .put("column", column)
                        .put("nullable", truth(call, "null", field.equals("NullBooleanField")))
                        .put("primary_key", truth(call, "primary_key", false))
                        .put("unique", truth(call, "unique", field.equals("OneToOneField")))
                        .put("indexed", truth(call, "db_index", false))
                        .put("max_length", length instanceof Constant c && c.raw() instanceof Long n ? n : null)
                        .put("has_default", call.named().containsKey("default"))
                        .put("related_model", related(target))
                        .put(
                                "on_delete",
                                onDelete instanceof Symbol s ? s.dotted().replaceFirst(".*\\.", "") : null)
                        .put("help_text", constant(call.named().get("help_text")))
                        .at(binding.file(), binding.line())
                        .map());
    }

    private static @Nullable String related(@Nullable Value target) {
        return target instanceof Value.Type type
                ? type.name()
                : target instanceof Symbol symbol ? symbol.dotted() : constant(target);
    }
}
