package dev.plumbline.source.backup;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads {@code manifest.yaml}, {@code deployments.yaml} and {@code restore-drills/*.yaml} of a folder, and looks at the
 * files that the manifest names.
 */
public final class BackupSource implements Source {

    private static final List<String> KINDS = List.of("backup", "backup_policy", "deployment", "restore_drill");

    private final Path project;
    private final Path folder;
    private final Kinds kinds;

    /**
     * @param project what paths of files are relative to
     * @param folder where the manifest is; artefacts are named relative to it
     */
    public BackupSource(Path project, Path folder, Kinds kinds) {
        this.project = project.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.kinds = kinds;
    }

    /** A backup that a deployment may rely on. */
    private record Listed(String database, String artefact, String sha256, Optional<Instant> finished, boolean good) {}

    @Override
    public Reading read() {
        ProjectFacts facts = new ProjectFacts(kinds, KINDS);
        List<Listed> listed = new ArrayList<>();
        file("manifest.yaml", List.of("backup", "backup_policy"), facts, map -> readManifest(map, facts, listed));
        file("deployments.yaml", List.of("deployment"), facts, map -> {
            for (YamlMap entry : map.maps("deployments")) {
                readDeployment(entry, facts, listed);
            }
        });
        readDrills(facts, listed);
        return facts.reading();
    }

    private interface Reader {
        void read(YamlMap map);
    }

    private String shown(Path path) {
        return project.relativize(path).toString().replace('\\', '/');
    }

    private void file(String name, List<String> kindNames, ProjectFacts facts, Reader reader) {
        Path path = folder.resolve(name).normalize();
        if (!Files.isRegularFile(path)) {
            kindNames.forEach(k -> facts.doubt(k, shown(path) + " does not exist"));
            return;
        }
        List<Problem> problems = new ArrayList<>();
        Optional<YamlMap> map = YamlFile.read(path, shown(path), problems);
        map.ifPresent(reader::read);
        problems.forEach(p -> kindNames.forEach(k -> facts.doubt(k, p.toString())));
    }

    private static Map<String, Object> at(YamlMap map) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        String[] parts = map.where().split(":", -1);
        attributes.put("file", parts[0]);
        if (parts.length > 1 && parts[1].matches("\\d+")) {
            attributes.put("line", Long.parseLong(parts[1]));
        }
        return attributes;
    }

    private static void text(Map<String, Object> attributes, String name, YamlMap map, String key) {
        map.optionalText(key).filter(t -> !t.isEmpty()).ifPresent(t -> attributes.put(name, t));
    }

    private static void number(Map<String, Object> attributes, String name, YamlMap map, String key) {
        if (map.has(key)) {
            attributes.put(name, map.integer(key, 0));
        }
    }

    private void readManifest(YamlMap map, ProjectFacts facts, List<Listed> listed) {
        for (YamlMap entry : map.maps("backups")) {
            readBackup(entry, facts, listed);
        }
        Map<String, Object> attributes = at(map);
        map.map("policy").ifPresent(policy -> {
            number(attributes, "full_every_hours", policy, "full_every_hours");
            policy.map("retention_days").ifPresent(days -> {
                Map<String, String> retention = new TreeMap<>();
                days.keys().forEach(key -> retention.put(key, days.text(key, "")));
                attributes.put("retention_days", retention);
            });
        });
        TreeSet<String> databases = new TreeSet<>();
        listed.forEach(l -> databases.add(l.database()));
        attributes.put("databases", List.copyOf(databases));
        facts.add("backup_policy", List.of("manifest"), attributes);
    }

    private void readBackup(YamlMap entry, ProjectFacts facts, List<Listed> listed) {
        String database = entry.text("database");
        String artefact = entry.text("file");
        String engine = entry.text("engine");
        if (database.isEmpty() || artefact.isEmpty()) {
            return;
        }
        Map<String, Object> attributes = at(entry);
        attributes.put("engine", engine);
        text(attributes, "server_version", entry, "server_version");
        text(attributes, "backup_kind", entry, "kind");
        text(attributes, "tool", entry, "tool");
        text(attributes, "started_at", entry, "started_at");
        text(attributes, "finished_at", entry, "finished_at");
        number(attributes, "size_bytes", entry, "size_bytes");
        number(attributes, "retention_days", entry, "retention_days");
        Optional<YamlMap> offsite = entry.map("offsite");
        attributes.put("has_offsite", offsite.isPresent());
        offsite.ifPresent(o -> {
            text(attributes, "offsite_location", o, "location");
            text(attributes, "offsite_copied_at", o, "copied_at");
        });
        List<String> tables = entry.texts("tables");
        attributes.put("tables", tables);
        String checksum = entry.text("sha256", "");
        attributes.put("checksum_listed", !checksum.isEmpty());
        boolean good = look(artefact, engine, checksum, tables, attributes, facts);
        facts.add("backup", List.of(database, artefact), attributes);
        listed.add(new Listed(database, artefact, checksum, instant(entry.text("finished_at", "")), good));
    }

    /** Whether the file is there, is the one that is listed, and is complete. */
    private boolean look(
            String artefact,
            String engine,
            String checksum,
            List<String> tables,
            Map<String, Object> attributes,
            ProjectFacts facts) {
        Path file = folder.resolve(artefact).normalize();
        boolean present = file.startsWith(folder) && Files.isRegularFile(file);
        attributes.put("file_present", present);
        if (!present) {
            attributes.put("complete", false);
            attributes.put("incomplete_reason", "the file does not exist");
            attributes.put("size_matches", false);
            attributes.put("checksum_matches", false);
            return false;
        }
        try {
            boolean size = !(attributes.get("size_bytes") instanceof Long bytes) || bytes == Files.size(file);
            boolean same = !checksum.isEmpty() && new Artefact(file).sha256().equalsIgnoreCase(checksum);
            Optional<String> fault = new Artefact(file).fault(engine);
            attributes.put("size_matches", size);
            attributes.put("checksum_matches", same);
            attributes.put("complete", fault.isEmpty());
            fault.ifPresent(f -> attributes.put("incomplete_reason", f));
            if (!tables.isEmpty()) {
                attributes.put("missing_tables", new Artefact(file).missing(tables));
            }
            return size && same && fault.isEmpty();
        } catch (IOException e) {
            facts.doubt("backup", shown(file) + " cannot be read");
            return false;
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void readDeployment(YamlMap entry, ProjectFacts facts, List<Listed> listed) {
        String database = entry.text("database");
        String startedAt = entry.text("started_at");
        Map<String, Object> attributes = at(entry);
        text(attributes, "finished_at", entry, "finished_at");
        text(attributes, "backup", entry, "backup");
        attributes.put("migrations", entry.texts("migrations"));
        String backup = entry.text("backup", "");
        attributes.put(
                "backup_listed",
                listed.stream()
                        .anyMatch(l ->
                                l.database().equals(database) && l.artefact().equals(backup)));
        Optional<Instant> started = instant(startedAt);
        if (started.isEmpty()) {
            facts.doubt("deployment", entry.where("started_at") + ": '" + startedAt + "' is no time with a zone");
        }
        started.flatMap(start -> listed.stream()
                        .filter(l -> l.database().equals(database) && l.good())
                        .filter(l -> l.finished().filter(f -> !f.isAfter(start)).isPresent())
                        .max(Comparator.comparing(l -> l.finished().orElse(Instant.MIN))))
                .ifPresent(last -> {
                    attributes.put("backup_before", last.artefact());
                    last.finished()
                            .ifPresent(f -> attributes.put(
                                    "backup_age_seconds",
                                    Duration.between(f, started.get()).toSeconds()));
                });
        if (!database.isEmpty() && !startedAt.isEmpty()) {
            facts.add("deployment", List.of(database, startedAt), attributes);
        }
    }

    private void readDrills(ProjectFacts facts, List<Listed> listed) {
        Path drills = folder.resolve("restore-drills");
        if (!Files.isDirectory(drills)) {
            facts.doubt("restore_drill", shown(drills) + " does not exist");
            return;
        }
        try (Stream<Path> files = Files.list(drills)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                file("restore-drills/" + file.getFileName(), List.of("restore_drill"), facts, map -> {
                    String database = map.text("database");
                    Map<String, Object> attributes = at(map);
                    text(attributes, "backup_file", map, "backup_file");
                    text(attributes, "started_at", map, "started_at");
                    number(attributes, "duration_millis", map, "restore_duration_ms");
                    number(attributes, "tables_restored", map, "tables_restored");
                    number(attributes, "rows_restored", map, "rows_restored");
                    number(attributes, "rto_seconds", map, "rto_seconds");
                    text(attributes, "schema_digest", map, "restored_schema_dump_sha256");
                    String checksum = map.text("backup_sha256", "");
                    attributes.put(
                            "backup_listed",
                            listed.stream()
                                    .anyMatch(l ->
                                            !checksum.isEmpty() && l.sha256().equals(checksum)));
                    if (!database.isEmpty()) {
                        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
                        facts.add("restore_drill", List.of(database, name), attributes);
                    }
                });
            }
        } catch (IOException e) {
            facts.doubt("restore_drill", shown(drills) + " cannot be listed");
        }
    }
}
