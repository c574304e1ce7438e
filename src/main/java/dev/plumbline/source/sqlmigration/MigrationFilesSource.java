package dev.plumbline.source.sqlmigration;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.Reading;
import dev.plumbline.source.References;
import dev.plumbline.source.Source;
import dev.plumbline.source.SqlScript;
import dev.plumbline.source.SqlShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a folder of scripts into facts of the kinds that Django's migrations have too. */
public final class MigrationFilesSource implements Source {

    private static final List<String> KINDS = List.of("migration", "migration_operation", "migration_app");

    /** Tables in which tools note what they ran; writing them is no change of data. */
    private static final Set<String> HISTORY =
            Set.of("django_migrations", "flyway_schema_history", "schema_migrations");

    private final Path project;
    private final String tool;
    private final Path folder;
    private final SqlScript.Dialect dialect;
    private final Kinds kinds;
    private final Use use;

    /**
     * What the configuration says of the folder.
     *
     * @param twin whether another folder of migrations has the same name, so that paths tell where this one is
     * @param targets names of the targets that the scripts are run on
     */
    public record Use(boolean twin, List<String> targets) {

        public Use {
            targets = List.copyOf(targets);
        }
    }

    /**
     * @param project what paths of files are relative to
     * @param tool {@code flyway}, {@code sql} or {@code cql}
     * @param folder where the scripts are, see {@link ScriptFolder}
     * @param engine {@code postgresql}, {@code mysql}, {@code mariadb}, {@code cassandra}, or another one's name
     */
    public MigrationFilesSource(Path project, String tool, Path folder, String engine, Kinds kinds) {
        this(project, tool, folder, engine, kinds, new Use(false, List.of()));
    }

    public MigrationFilesSource(Path project, String tool, Path folder, String engine, Kinds kinds, Use use) {
        this.use = use;
        this.project = project.toAbsolutePath().normalize();
        this.tool = tool;
        this.folder = folder.toAbsolutePath().normalize();
        this.dialect = SqlScript.Dialect.of(engine);
        this.kinds = kinds;
    }

    @Override
    public Reading read() {
        ProjectFacts facts = new ProjectFacts(kinds, KINDS);
        Map<String, List<Script>> byApp = new LinkedHashMap<>();
        for (Script script : ScriptFolder.read(tool, folder).scripts()) {
            byApp.computeIfAbsent(appOf(script), a -> new ArrayList<>()).add(script);
        }
        byApp.forEach((app, scripts) -> {
            addApp(facts, app, scripts);
            long position = 0;
            for (Script script : scripts) {
                addScript(facts, app, script, ++position);
            }
        });
        return facts.reading();
    }

    /** Scripts at the top belong to what the folder is named for. */
    private String appOf(Script script) {
        if (use.twin()) {
            return script.app().isEmpty() ? shown(folder) : shown(folder) + "/" + script.app();
        }
        return script.app().isEmpty() ? String.valueOf(folder.getFileName()) : script.app();
    }

    private static String nameOf(Script script) {
        return String.valueOf(script.up().getFileName()).replaceFirst("(\\.up)?\\.(sql|cql)$", "");
    }

    private String shown(Path path) {
        return project.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private void addApp(ProjectFacts facts, String app, List<Script> scripts) {
        Map<String, Integer> numbers = new TreeMap<>();
        TreeSet<Long> whole = new TreeSet<>();
        for (Script script : scripts) {
            if (!script.repeatable()) {
                numbers.merge(script.version(), 1, Integer::sum);
                if (script.version().matches("\\d{1,9}")) {
                    whole.add(Long.parseLong(script.version()));
                }
            }
        }
        List<String> gaps = new ArrayList<>();
        // Numbers that are dates have no gaps, only distances.
        if (!whole.isEmpty() && whole.last() - whole.first() < 10_000) {
            for (long n = whole.first(); n < whole.last(); n++) {
                if (!whole.contains(n)) {
                    gaps.add(String.valueOf(n));
                }
            }
        }
        List<Script> versioned = scripts.stream().filter(s -> !s.repeatable()).toList();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("count", scripts.size());
        attributes.put(
                "leaves", versioned.isEmpty() ? List.of() : List.of(nameOf(versioned.get(versioned.size() - 1))));
        attributes.put(
                "duplicate_numbers",
                numbers.entrySet().stream()
                        .filter(e -> e.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
        attributes.put("gaps", gaps);
        Path home = scripts.get(0).up().getParent();
        attributes.put("ignored_files", home == null ? List.of() : ignored(facts, home, scripts));
        attributes.put("file", shown(home == null ? folder : home));
        facts.add("migration_app", List.of(tool, app), attributes);
    }

    private List<String> ignored(ProjectFacts facts, Path home, List<Script> scripts) {
        Set<Path> known = new TreeSet<>();
        scripts.forEach(s -> {
            known.add(s.up());
            s.down().ifPresent(known::add);
        });
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.toString().endsWith(tool.equals("cql") ? ".cql" : ".sql"))
                    .filter(f -> !known.contains(f))
                    .map(f -> String.valueOf(f.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            facts.doubt("migration_app", shown(home) + " cannot be listed");
            return List.of();
        }
    }

    private void addScript(ProjectFacts facts, String app, Script script, long position) {
        String text = text(facts, script.up());
        ScriptText up = ScriptText.read(text, dialect);
        String name = nameOf(script);
        Map<String, Object> attributes = new LinkedHashMap<>(up.attributes());
        attributes.put("position", position);
        attributes.put("targets", use.targets());
        attributes.put("description", script.name().replace('_', ' '));
        if (!script.version().isEmpty()) {
            attributes.put("number", script.version());
        }
        attributes.put("references", References.in(up.comments()));
        attributes.put("repeatable", script.repeatable());
        attributes.put("initial", position == 1);
        attributes.put("bare_initial", script.name().equals("initial") && position > 1);
        attributes.put(
                "checksum", tool.equals("flyway") ? String.valueOf(FlywayChecksum.of(text)) : "sha256:" + sha256(text));
        attributes.put("atomic", !runsOutsideTransaction(script.up()));
        attributes.put("file", shown(script.up()));
        attributes.put("line", 1L);
        addReverse(facts, script, up, attributes);
        facts.add("migration", List.of(tool, app, name), attributes);
        long ordinal = 0;
        for (SqlScript.Statement statement : up.statements()) {
            ordinal++;
            Map<String, Object> operation = new LinkedHashMap<>(operation(statement));
            operation.put("position", ordinal);
            operation.put("file", shown(script.up()));
            operation.put("line", (long) statement.line());
            if (attributes.get("reversible") instanceof Boolean reversible) {
                operation.put("reversible", reversible);
            }
            facts.add("migration_operation", List.of(tool, app, name, String.valueOf(ordinal)), operation);
        }
    }

    private void addReverse(ProjectFacts facts, Script script, ScriptText up, Map<String, Object> attributes) {
        if (script.repeatable()) {
            attributes.put("reason", "a repeatable migration is taken back by running its earlier text");
            return;
        }
        boolean there = script.down().isPresent();
        attributes.put("has_down", there);
        attributes.put("reversible", there);
        if (!there) {
            String missing = tool.equals("flyway") ? "no U" + script.version() + " file" : "no .down." + tool + " file";
            attributes.put("irreversible_operations", List.of(missing));
            if (up.changesData()) {
                attributes.put("missing_reverse_data", List.of(missing));
            }
            return;
        }
        Path down = script.down().get();
        attributes.put("down_file", shown(down));
        boolean nothing = ScriptText.read(text(facts, down), dialect).statements().stream()
                .allMatch(MigrationFilesSource::isHistory);
        attributes.put("noop_reverse", nothing && up.statements().stream().anyMatch(s -> !isHistory(s)));
    }

    static boolean isHistory(SqlScript.Statement statement) {
        String table = statement.shape().table();
        return HISTORY.contains(table.substring(table.lastIndexOf('.') + 1));
    }

    private Map<String, Object> operation(SqlScript.Statement statement) {
        SqlShape shape = statement.shape();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("operation", shape.operation());
        if (!shape.table().isEmpty()) {
            attributes.put("table", shape.table());
        }
        if (!shape.column().isEmpty()) {
            attributes.put("column", shape.column());
        }
        attributes.put("sql", ScriptText.withoutSecrets(statement.text()));
        boolean history = isHistory(statement);
        attributes.put("schema_change", shape.has(SqlShape.Flag.SCHEMA_CHANGE) && !history);
        attributes.put("data_change", shape.has(SqlShape.Flag.DATA_CHANGE) && !history);
        attributes.put("destructive", !shape.destroys().isEmpty());
        attributes.put("not_null_without_default", shape.has(SqlShape.Flag.NOT_NULL_WITHOUT_DEFAULT));
        attributes.put("rename", shape.has(SqlShape.Flag.RENAME));
        attributes.put("concurrent", shape.has(SqlShape.Flag.CONCURRENT));
        attributes.put("creates_index", shape.has(SqlShape.Flag.CREATES_INDEX));
        attributes.put("without_where", shape.has(SqlShape.Flag.WITHOUT_WHERE));
        if (dialect == SqlScript.Dialect.CQL) {
            CqlTable.of(statement).ifPresent(made -> {
                attributes.put("column_types", made.columnTypes());
                attributes.put("partition_columns", made.partition());
                attributes.put("clustering_columns", made.clustering());
                attributes.put("clustering_orders", made.orders());
                attributes.put("table_options", made.options());
            });
        }
        return attributes;
    }

    /** Flyway reads {@code executeInTransaction} from a file beside the script. */
    private static boolean runsOutsideTransaction(Path up) {
        Path configuration = up.resolveSibling(up.getFileName() + ".conf");
        try {
            return Files.isRegularFile(configuration)
                    && Files.readString(configuration).matches("(?is).*executeInTransaction\\s*=\\s*false.*");
        } catch (IOException e) {
            return false;
        }
    }

    private String text(ProjectFacts facts, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            KINDS.forEach(k -> facts.doubt(k, shown(file) + " cannot be read as UTF-8"));
            return "";
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
