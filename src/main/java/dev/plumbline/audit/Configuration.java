package dev.plumbline.audit;

import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.PackPlace;
import dev.plumbline.rule.Rule;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code plumbline.yaml} says, checked. Paths are absolute; the places of files in messages and reports are
 * relative to {@code root}.
 *
 * @param root the folder of the file
 * @param asOf the moment by which ages and waivers are judged; empty for the moment of the run
 * @param targets by name, in the order of the file
 * @param own queries of the project's own, by target
 */
public record Configuration(
        Path file,
        Path root,
        String project,
        String language,
        Optional<Instant> asOf,
        Map<String, Target> targets,
        ProjectFiles files,
        Rules rules,
        Map<String, List<OwnQuery>> own,
        List<IgnoreRule> ignored,
        Optional<Path> waivers,
        Reports reports,
        Endpoint.Limits limits) {

    public Configuration {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        own = Map.copyOf(own);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads {@code plumbline.yaml}.
     *
     * @param environment for secrets, and for {@code PLUMBLINE_<TARGET>_URL}, which wins over the file
     * @throws ProblemsException with all faults of the file
     */
    public static Configuration read(Path file, Map<String, String> environment) {
        return ConfigurationReader.read(file, environment);
    }

    /** All kinds of the program and of the queries of the project's own. */
    public Kinds kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Catalog.allKinds().all().forEach(kind -> kinds.put(kind.name(), kind));
        own.values()
                .forEach(queries -> queries.forEach(
                        query -> kinds.put(query.file().kindName(), query.file().kind())));
        return new Kinds(kinds.values().stream().toList());
    }

    /** A path as messages and reports show it: relative to the project's folder if it is inside. */
    String shown(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        return normal.startsWith(root) ? root.relativize(normal).toString().replace('\\', '/') : normal.toString();
    }

    /**
     * The targets of these names, or all if none is named.
     *
     * @throws ProblemsException for a name that is no target's
     */
    public List<Target> targets(List<String> names) {
        if (names.isEmpty()) {
            return List.copyOf(targets.values());
        }
        List<Problem> unknown = names.stream()
                .filter(name -> !targets.containsKey(name))
                .map(name -> new Problem(
                        file.toString(), "no target is named '" + name + "'", YamlMap.oneOf(name, targets.keySet())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemsException(unknown);
        }
        return names.stream().distinct().map(targets::get).toList();
    }

    /**
     * A database to audit.
     *
     * @param version of the sandbox; empty for the newest that is known
     * @param database created in the sandbox and read relative to, unless {@code schemas} are named
     * @param schemas to read; empty for the one the address names, or all
     * @param showCreate whether each table is read by a statement of its own, see {@link Endpoint#showCreate}
     * @param container the image of the container that is the sandbox, an empty text for the official one; nothing for an
     *     embedded server
     * @param fixtures scripts that a fresh sandbox gets after its migrations: accounts, databases of others
     */
    public record Target(
            String name,
            String engine,
            String version,
            String database,
            List<String> schemas,
            boolean showCreate,
            Optional<String> container,
            Optional<Live> live,
            List<Migrations> migrations,
            List<Fixture> fixtures,
            Path baseline) {

        public Target {
            schemas = List.copyOf(schemas);
            migrations = List.copyOf(migrations);
            fixtures = List.copyOf(fixtures);
        }

        /** Whether there is a baseline; frozen findings alone are none. */
        boolean hasBaseline() {
            return Files.exists(baseline.resolve("snapshot.txt"))
                    || (Files.exists(baseline) && !Files.exists(baseline.resolve(FrozenFindings.FILE)));
        }

        /** The same target read from a sandbox, under a name of its own. */
        Target onSandbox(String otherName) {
            return new Target(
                    otherName,
                    engine,
                    version,
                    database,
                    schemas,
                    showCreate,
                    container,
                    Optional.empty(),
                    migrations,
                    fixtures,
                    baseline);
        }
    }

    /** @param database where the script runs; created if it does not exist */
    public record Fixture(Path script, String database) {}

    /** A live database instead of a sandbox. */
    public record Live(String url, Optional<String> user, Endpoint.Secret password) {}

    /**
     * Migrations that are replayed on a sandbox.
     *
     * @param tool {@code flyway}, {@code sql} (pairs of up and down) or {@code cql}
     */
    public record Migrations(String tool, Path folder) {}

    /**
     * Project files that facts are read from; what is not configured is not read.
     *
     * @param djangoSettings dotted names of settings modules; empty for all that are found
     */
    public record ProjectFiles(
            Optional<Path> django,
            List<String> djangoSettings,
            Optional<Path> diagrams,
            Optional<Path> backups,
            Optional<Path> scripts,
            Optional<Path> dependencies,
            Optional<Path> pipeline) {

        public ProjectFiles {
            djangoSettings = List.copyOf(djangoSettings);
        }
    }

    /**
     * Which rules run, and how.
     *
     * @param packs where their packs are
     * @param ofPacks what is set for all rules of a pack, by its name
     * @param overrides by rule id
     */
    public record Rules(List<PackPlace> packs, Map<String, Setting> ofPacks, Map<String, Setting> overrides) {

        public Rules {
            packs = List.copyOf(packs);
            ofPacks = Map.copyOf(ofPacks);
            overrides = Map.copyOf(overrides);
        }

        /**
         * @param where the place in the file, for messages
         * @param places of the parameters, by name
         */
        public record Setting(
                String where,
                Optional<Rule.Severity> severity,
                Optional<Boolean> active,
                Map<String, Object> parameters,
                Map<String, String> places) {

            public Setting {
                places = Map.copyOf(places);
                parameters = Map.copyOf(parameters);
            }
        }
    }

    /** Where reports go, and which. */
    public record Reports(Path folder, List<String> formats) {

        public Reports {
            formats = List.copyOf(formats);
        }
    }
}
