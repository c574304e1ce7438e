package dev.plumbline.source.django;

import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.References;
import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Migrations, their operations and their graph. */
final class MigrationFacts {

    private static final String TOOL = "django";
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)_(.+)");
    private static final Pattern AUTO = Pattern.compile("\\d+_auto_\\d{8}_\\d{4}");

    private final ProjectFacts facts;
    private final Modules modules;

    MigrationFacts(ProjectFacts facts, Modules modules) {
        this.facts = facts;
        this.modules = modules;
    }

    private record Migration(String name, PythonFile file, Value.Type type) {}

    void add(List<Path> files, Map<String, AppLabels.App> apps) {
        Map<Path, String> labels = new TreeMap<>();
        apps.values().forEach(a -> labels.putIfAbsent(a.folder(), a.label()));
        Map<String, List<Path>> byApp = new TreeMap<>();
        for (Path file : files) {
            Path folder = file.getParent();
            boolean migration = folder != null
                    && folder.getParent() != null
                    && folder.getFileName().toString().equals("migrations")
                    && labels.containsKey(folder.getParent())
                    && !file.getFileName().toString().startsWith("_");
            if (migration && folder != null && folder.getParent() != null) {
                byApp.computeIfAbsent(labels.getOrDefault(folder.getParent(), ""), l -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, List<Migration>> all = new TreeMap<>();
        byApp.forEach((label, paths) -> all.put(label, load(paths)));
        all.forEach((label, migrations) -> {
            addApp(label, migrations, all);
            Operations operations = new Operations();
            long position = 0;
            for (Migration migration : migrations) {
                addMigration(label, migration, operations, ++position);
            }
        });
    }

    private List<Migration> load(List<Path> paths) {
        List<Migration> migrations = new ArrayList<>();
        for (Path path : paths) {
            PythonFile file = modules.file(path);
            if (file.error() != null) {
                String doubt = "syntax error at " + file.name() + ":" + file.error();
                List.of("migration", "migration_operation", "migration_app").forEach(k -> facts.doubt(k, doubt));
            }
            Scope scope = modules.moduleOf(path).map(modules::load).orElse(null);
            String name = path.getFileName().toString().replaceFirst("\\.py$", "");
            if (scope != null && scope.find("Migration") instanceof Value.Type type) {
                migrations.add(new Migration(name, file, type));
            } else if (file.error() != null && scope != null) {
                // What cannot be parsed is still a migration on disk.
                Value.Type broken = new Value.Type("Migration", List.of(), scope.inner(), file.tree(), 1);
                migrations.add(new Migration(name, file, broken));
            }
        }
        return migrations;
    }

    private static Value body(Migration migration, String name) {
        Value value = Members.ofType(migration.type(), name, null);
        return value == null ? Value.NONE : value;
    }

    /** Dependencies and the like: pairs of app and name. */
    private static List<String> pairs(Value value) {
        List<String> pairs = new ArrayList<>();
        if (value instanceof Sequence list) {
            for (Value item : list.items) {
                if (item instanceof Sequence pair && pair.items.size() == 2) {
                    pairs.add(ValueText.of(pair.items.get(0)) + "." + ValueText.of(pair.items.get(1)));
                } else if (item instanceof Call call && call.simpleName().equals("swappable_dependency")) {
                    Value model = call.argument(0, "value");
                    String text = model instanceof Constant ? ValueText.of(model) : "?";
                    pairs.add((text.contains(".") ? text.substring(0, text.indexOf('.')) : text) + ".__first__");
                }
            }
        }
        return pairs;
    }

    private void addApp(String label, List<Migration> migrations, Map<String, List<Migration>> all) {
        Set<String> names = new HashSet<>();
        migrations.forEach(m -> names.add(m.name()));
        Set<String> replaced = new HashSet<>();
        Set<String> needed = new HashSet<>();
        for (Migration migration : migrations) {
            pairs(body(migration, "replaces")).stream()
                    .filter(p -> p.startsWith(label + "."))
                    .forEach(p -> replaced.add(p.substring(label.length() + 1)));
        }
        List<String> missing = new ArrayList<>();
        for (Migration migration : migrations) {
            for (String dependency : pairs(body(migration, "dependencies"))) {
                int dot = dependency.indexOf('.');
                String app = dependency.substring(0, dot);
                String name = dependency.substring(dot + 1);
                if (app.equals(label) && !replaced.contains(migration.name())) {
                    needed.add(name);
                }
                List<Migration> known = all.get(app);
                boolean there = known == null
                        || name.startsWith("__")
                        || known.stream().anyMatch(m -> m.name().equals(name))
                        || known.stream()
                                .anyMatch(m -> pairs(body(m, "replaces")).contains(dependency));
                if (!there) {
                    missing.add(migration.name() + " needs " + dependency);
                }
            }
        }
        List<String> leaves = migrations.stream()
                .map(Migration::name)
                .filter(n -> !needed.contains(n) && !replaced.contains(n))
                .toList();
        Map<String, Integer> numbers = new TreeMap<>();
        names.stream().filter(n -> !replaced.contains(n)).forEach(n -> {
            Matcher matcher = NUMBERED.matcher(n);
            if (matcher.matches()) {
                numbers.merge(matcher.group(1), 1, Integer::sum);
            }
        });
        Migration first = migrations.get(0);
        String folder = first.file().name().substring(0, first.file().name().lastIndexOf('/'));
        facts.add(
                "migration_app",
                List.of(TOOL, label),
                new Attributes()
                        .put(
                                "count",
                                names.stream()
                                        .filter(n -> !replaced.contains(n))
                                        .count())
                        .put("leaves", leaves)
                        .put("missing_dependencies", missing)
                        .put(
                                "duplicate_numbers",
                                numbers.entrySet().stream()
                                        .filter(e -> e.getValue() > 1)
                                        .map(Map.Entry::getKey)
                                        .toList())
                        .put("file", folder)
                        .map());
    }

    private void addMigration(String label, Migration migration, Operations reader, long position) {
        PythonFile file = migration.file();
        List<Operation> operations = migration.type().body().names.containsKey("operations")
                ? reader.read(body(migration, "operations"))
                : List.of();
        List<String> reasons = new ArrayList<>();
        operations.stream().filter(o -> o.reversible == null).forEach(o -> reasons.addAll(o.reasons));
        if (file.error() != null) {
            reasons.add("syntax error at " + file.name() + ":" + file.error());
        }
        boolean irreversible = operations.stream().anyMatch(o -> Boolean.FALSE.equals(o.reversible));
        Boolean reversible = irreversible ? Boolean.FALSE : reasons.isEmpty() ? Boolean.TRUE : null;
        Matcher numbered = NUMBERED.matcher(migration.name());
        boolean isNumbered = numbered.matches();
        String description = isNumbered ? numbered.group(2) : migration.name();
        String docstring = file.docstring()
                .or(() -> PythonFile.docstring(migration
                        .type()
                        .definition()
                        .child("body")
                        .map(Syntax::children)
                        .orElse(List.of())))
                .orElse(null);
        String comments = String.join("\n", file.tree().comments()) + "\n" + (docstring == null ? "" : docstring);
        Value initial = body(migration, "initial");
        facts.add(
                "migration",
                List.of(TOOL, label, migration.name()),
                new Attributes()
                        .put("number", isNumbered ? numbered.group(1) : null)
                        .put("position", position)
                        .put("description", description)
                        .put("docstring", docstring)
                        .put("reversible", reversible)
                        .undecided(irreversible ? List.of() : reasons)
                        .put("irreversible_operations", irreversible(operations))
                        .put("noop_reverse", operations.stream().anyMatch(o -> o.noopReverse))
                        .put("atomic", !Boolean.FALSE.equals(Values.truth(atomic(migration))))
                        .put("needs_no_transaction", operations.stream().anyMatch(o -> o.noTransaction))
                        .put("operations", operations.stream().map(o -> o.name).toList())
                        .put("schema_change", operations.stream().anyMatch(o -> o.schemaChange))
                        .put("data_change", operations.stream().anyMatch(o -> o.dataChange))
                        .put(
                                "missing_reverse_data",
                                operations.stream()
                                        .filter(o -> o.dataChange && Boolean.FALSE.equals(o.hasReverse))
                                        .map(o -> o.at(o.name))
                                        .toList())
                        .put("destructive_operations", places(operations.stream(), true))
                        .put("dangerous_operations", places(operations.stream(), false))
                        .put("references", References.in(comments))
                        .put("dependencies", pairs(body(migration, "dependencies")))
                        .put(
                                "initial",
                                Boolean.TRUE.equals(Values.truth(initial)) || (initial == Value.NONE && position == 1))
                        .put("bare_initial", description.equals("initial") && position > 1)
                        .put("replaces", pairs(body(migration, "replaces")))
                        .put("checksum", "sha256:" + sha256(file.text()))
                        .put("auto_named", AUTO.matcher(migration.name()).matches())
                        .put("imports_models", importsModels(file))
                        .put("syntax_error", file.error())
                        .at(file, migration.type().line())
                        .map());
        long ordinal = 0;
        for (Operation operation : operations) {
            ordinal++;
            facts.add(
                    "migration_operation",
                    List.of(TOOL, label, migration.name(), String.valueOf(ordinal)),
                    operation.attributes(file, ordinal).map());
        }
    }

    private static Value atomic(Migration migration) {
        Value value = Members.ofType(migration.type(), "atomic", null);
        return value == null ? Value.TRUE : value;
    }

    private static List<String> irreversible(List<Operation> operations) {
        return operations.stream()
                .filter(o -> Boolean.FALSE.equals(o.reversible))
                .map(o -> o.at(o.name
                        + switch (o.name) {
                            case "RunPython" -> " without reverse_code";
                            case "RunSQL" -> " without reverse_sql";
                            default -> "";
                        }))
                .toList();
    }

    private static List<String> places(Stream<Operation> operations, boolean destroys) {
        return operations
                .flatMap(o -> (destroys ? o.destroys : o.endangers).stream().map(o::at))
                .toList();
    }

    /** Makemigrations writes plain imports of modules for defaults and managers; a person imports names from them. */
    private static boolean importsModels(PythonFile file) {
        return importsModels(file.tree())
                || file.text().matches("(?s).*\\.models\\.\\w+\\.(_default_manager|objects)\\b.*");
    }

    private static boolean importsModels(Syntax node) {
        if (node.is("import_from_statement")) {
            String module = node.get("module_name").text();
            boolean models = module.matches("(.*\\.)?models(\\..*)?")
                    && !module.matches("django\\.(contrib\\.gis\\.)?db\\.models.*|django\\.contrib\\.postgres.*");
            boolean fromPackage = module.matches("\\.+|[a-z_0-9.]+")
                    && !module.matches("django\\.(contrib\\.gis\\.)?db")
                    && node.all("name").stream().anyMatch(n -> n.text().equals("models"));
            return models || fromPackage;
        }
        return node.children().stream().anyMatch(MigrationFacts::importsModels);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
