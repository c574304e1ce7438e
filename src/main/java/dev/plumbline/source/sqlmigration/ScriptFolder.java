package dev.plumbline.source.sqlmigration;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The migrations of one folder in the order in which they are run. Flyway's: by version, then the repeatable ones by
 * name. Pairs: in the order that a file {@code order.txt} gives, one {@code app/0001_name} a line; without one, by path.
 */
public record ScriptFolder(String tool, Path folder, List<Script> scripts) {

    private static final Pattern FLYWAY =
            Pattern.compile("(?<sort>[VUR])(?<version>\\d+(?:[._]\\d+)*)?__(?<name>.+)\\.sql");
    private static final Pattern PAIR = Pattern.compile("(?<version>\\d+)_(?<name>.+)\\.up\\.(?:sql|cql)");
    private static final String ORDER = "order.txt";

    public ScriptFolder {
        scripts = List.copyOf(scripts);
    }

    /**
     * Reads the names of the files, not the files.
     *
     * @param tool {@code flyway}, {@code sql} or {@code cql}
     * @throws ProblemsException if the folder holds no migrations, or its order names one that is not there
     */
    public static ScriptFolder read(String tool, Path folder) {
        try {
            List<Script> scripts = tool.equals("flyway") ? flyway(folder) : pairs(tool, folder);
            if (scripts.isEmpty()) {
                throw new ProblemsException(folder.toString(), "holds no " + tool + " migrations", "check the folder");
            }
            return new ScriptFolder(tool, folder, scripts);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(folder.toString(), "cannot be read: " + e.getMessage(), "check its permissions"), e);
        }
    }

    private static List<Script> flyway(Path folder) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Path file : files(folder)) {
            Matcher matcher = FLYWAY.matcher(String.valueOf(file.getFileName()));
            if (!matcher.matches() || matcher.group("sort").equals("U")) {
                continue;
            }
            String version = matcher.group("version") == null
                    ? ""
                    : matcher.group("version").replace('_', '.');
            String name = matcher.group("name");
            boolean repeatable = matcher.group("sort").equals("R");
            scripts.add(new Script("flyway", "", version, name, file, undo(folder, version), repeatable));
        }
        scripts.sort(Comparator.comparing(Script::repeatable)
                .thenComparing(Script::version, ScriptFolder::compareVersions)
                .thenComparing(Script::name));
        return scripts;
    }

    private static Optional<Path> undo(Path folder, String version) throws IOException {
        for (Path file : files(folder)) {
            Matcher matcher = FLYWAY.matcher(String.valueOf(file.getFileName()));
            if (matcher.matches()
                    && matcher.group("sort").equals("U")
                    && matcher.group("version") != null
                    && compareVersions(matcher.group("version").replace('_', '.'), version) == 0) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static int compareVersions(String a, String b) {
        String[] left = a.isEmpty() ? new String[0] : a.split("\\.", -1);
        String[] right = b.isEmpty() ? new String[0] : b.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            java.math.BigInteger l = new java.math.BigInteger(i < left.length ? left[i] : "0");
            java.math.BigInteger r = new java.math.BigInteger(i < right.length ? right[i] : "0");
            if (!l.equals(r)) {
                return l.compareTo(r);
            }
        }
        return 0;
    }

    private static List<Script> pairs(String tool, Path folder) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Path file : files(folder)) {
            String fileName = String.valueOf(file.getFileName());
            Matcher matcher = PAIR.matcher(fileName);
            if (!matcher.matches() || !fileName.endsWith("." + tool)) {
                continue;
            }
            Path down = file.resolveSibling(fileName.replace(".up." + tool, ".down." + tool));
            String app = folder.relativize(file.resolveSibling("x")).toString();
            scripts.add(new Script(
                    tool,
                    app.equals("x") ? "" : app.substring(0, app.length() - 2).replace('\\', '/'),
                    matcher.group("version"),
                    matcher.group("name"),
                    file,
                    Files.exists(down) ? Optional.of(down) : Optional.empty(),
                    false));
        }
        Path order = folder.resolve(ORDER);
        return Files.exists(order) ? ordered(scripts, order) : scripts;
    }

    private static List<Script> ordered(List<Script> scripts, Path order) throws IOException {
        List<Script> ordered = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(order)) {
            number++;
            String label = line.strip();
            if (label.isEmpty() || label.startsWith("#")) {
                continue;
            }
            Optional<Script> script =
                    scripts.stream().filter(s -> s.label().equals(label)).findFirst();
            if (script.isEmpty()) {
                problems.add(new Problem(
                        order + ":" + number + ":1", "there is no migration '" + label + "'", "add its .up file"));
            }
            script.ifPresent(ordered::add);
        }
        scripts.stream()
                .filter(s -> !ordered.contains(s))
                .map(s ->
                        new Problem(order.toString(), "does not name '" + s.label() + "'", "add it where it is to run"))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return ordered;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
