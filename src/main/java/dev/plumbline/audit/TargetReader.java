package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Fixture;
import dev.plumbline.audit.Configuration.Live;
import dev.plumbline.audit.Configuration.Migrations;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.source.Endpoint;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code targets}: the database, how it is reached and what builds it. */
final class TargetReader {

    /** What has a sandbox. */
    static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb", "cassandra");

    private static final List<String> TOOLS = List.of("flyway", "sql", "cql");

    private final ProjectFolder folder;
    private final Map<String, String> environment;

    /** @param environment for secrets and for {@code PLUMBLINE_<TARGET>_URL} */
    TargetReader(ProjectFolder folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Target read(YamlMap parent, String name, YamlMap map) {
        if (!name.matches("[a-z][a-z0-9_-]*") || name.equals("project")) {
            parent.problem(
                    map.where(),
                    "'" + name + "' is no name for a target",
                    "use lower-case letters, digits, '_' and '-'; 'project' is taken");
        }
        String engine = map.text("engine", "");
        Optional<Live> live = live(name, map);
        if (!map.has("engine")) {
            map.problem(
                    map.where(), "the target has no engine", "add 'engine: …', one of " + String.join(", ", ENGINES));
        } else if (!ENGINES.contains(engine) && live.isEmpty()) {
            map.problem(
                    map.where("engine"),
                    "there is no sandbox for engine '" + engine + "'",
                    YamlMap.oneOf(engine, ENGINES));
        }
        List<Migrations> migrations =
                map.maps("migrations").stream().map(m -> migrations(engine, m)).toList();
        List<Fixture> fixtures =
                map.maps("fixtures").stream().map(f -> fixture(map, f)).toList();
        Target target = new Target(
                name,
                engine,
                map.text("version", ""),
                map.text("database", ""),
                map.texts("schemas"),
                showCreate(map, engine),
                container(map),
                live,
                migrations,
                fixtures,
                folder.inside(map, "baseline", map.text("baseline", "baselines/" + name)));
        map.done();
        return target;
    }

    private static boolean showCreate(YamlMap map, String engine) {
        boolean asked = map.bool("show_create", false);
        if (asked && !engine.equals("mysql") && !engine.equals("mariadb")) {
            map.problem(
                    map.where("show_create"),
                    "'show_create' is for mysql and mariadb",
                    "take it out: " + engine + " is read in full without it");
        }
        return asked;
    }

    /** {@code true} stands for the official image. */
    private static Optional<String> container(YamlMap map) {
        return switch (map.text("container", "false")) {
            case "false" -> Optional.empty();
            case "true" -> Optional.of("");
            default -> Optional.of(map.text("container", ""));
        };
    }

    /** A URL in the environment wins over the file, so that one file serves every environment. */
    private Optional<Live> live(String name, YamlMap map) {
        String variable = "PLUMBLINE_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        Optional<String> url =
                Optional.ofNullable(environment.get(variable + "URL")).or(() -> map.optionalText("url"));
        map.value("url");
        Optional<String> user =
                Optional.ofNullable(environment.get(variable + "USER")).or(() -> map.optionalText("user"));
        map.value("user");
        Optional<String> password = map.map("password").flatMap(this::password);
        Endpoint.Secret secret = new Endpoint.Secret(
                Optional.ofNullable(environment.get(variable + "PASSWORD")).or(() -> password));
        if (url.isPresent() && !url.get().startsWith("jdbc:") && !url.get().startsWith("cql://")) {
            map.problem(
                    map.where("url"),
                    "the URL starts neither with 'jdbc:' nor with 'cql://'",
                    "write for instance jdbc:postgresql://host/database or cql://host:9042/?dc=datacenter1");
        }
        return url.map(u -> new Live(u, user, secret));
    }

    private Optional<String> password(YamlMap map) {
        Optional<String> variable = map.optionalText("env");
        Optional<Path> file = folder.existing(map, "file");
        map.done();
        if (variable.isEmpty() && file.isEmpty() && !map.has("file")) {
            map.problem(map.where(), "a password comes from 'env: VARIABLE' or 'file: PATH'", "");
        }
        if (file.isPresent()) {
            try {
                return Optional.of(Files.readString(file.get()).strip());
            } catch (IOException e) {
                map.problem(map.where("file"), "the password's file cannot be read", "check its permissions");
            }
        }
        // A variable that is not set is no fault of the file: the sandbox needs none. The server will say if it does.
        return variable.map(environment::get);
    }

    private Fixture fixture(YamlMap target, YamlMap map) {
        if (!map.has("script")) {
            map.problem(map.where(), "the fixture has no script", "add 'script: …'");
        }
        Fixture fixture = new Fixture(
                folder.existing(map, "script").orElse(folder.root()),
                map.text("database", target.text("database", "")));
        map.done();
        return fixture;
    }

    private Migrations migrations(String engine, YamlMap map) {
        String tool = map.word("tool", TOOLS, "");
        Optional<Path> scripts = folder.existing(map, "folder");
        if (!map.has("folder")) {
            map.problem(map.where(), "the migrations have no folder", "add 'folder: …'");
        }
        if (!map.has("tool")) {
            map.problem(
                    map.where(), "the migrations have no tool", "add 'tool: …', one of " + String.join(", ", TOOLS));
        } else if (!tool.isEmpty() && tool.equals("cql") != engine.equals("cassandra")) {
            map.problem(
                    map.where("tool"),
                    "'" + tool + "' does not run on " + engine,
                    "cql is for cassandra, and only that");
        }
        map.done();
        return new Migrations(tool, scripts.orElse(folder.root()));
    }
}
