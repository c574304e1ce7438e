package dev.plumbline.source.files;

import dev.plumbline.fact.Problem;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import dev.plumbline.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Commands of GitLab's and GitHub's definitions, and of others that have jobs with {@code script} or {@code run}. */
final class PipelineFacts {

    private static final Pattern TOLERATED = Pattern.compile("\\|\\|\\s*(?:true|:|echo|printf|exit\\s+0)\\b");

    private final ProjectFacts facts;
    private final Path project;

    PipelineFacts(ProjectFacts facts, Path project) {
        this.facts = facts;
        this.project = project;
    }

    void add(Path file, String shown, String text) {
        if (!shown.matches(".*\\.ya?ml")) {
            facts.doubt("ci_step", shown + " is a program, which is not read");
            return;
        }
        List<Problem> problems = new ArrayList<>();
        Optional<YamlMap> root = YamlFile.parse(text, shown, problems);
        problems.forEach(p -> facts.doubt("ci_step", p.toString()));
        if (root.isEmpty()) {
            return;
        }
        YamlMap map = root.get();
        YamlMap jobs = map.has("jobs") ? map.map("jobs").orElse(map) : map;
        for (String name : jobs.keys()) {
            if (jobs.value(name).filter(v -> v instanceof YamlValue.Mapping).isPresent()) {
                jobs.map(name).ifPresent(job -> addJob(file, shown, name, job));
            }
        }
    }

    private void addJob(Path file, String shown, String name, YamlMap job) {
        List<YamlValue.Scalar> commands = new ArrayList<>();
        for (String key : List.of("before_script", "script", "run", "after_script")) {
            job.value(key).ifPresent(v -> scalars(v, commands));
        }
        boolean steps =
                job.value("steps").filter(v -> v instanceof YamlValue.Sequence).isPresent();
        Map<YamlValue.Scalar, Boolean> tolerated = new LinkedHashMap<>();
        if (steps && job.value("steps").orElseThrow() instanceof YamlValue.Sequence list) {
            for (YamlValue item : list.items()) {
                if (item instanceof YamlValue.Mapping step) {
                    boolean mayFail = isTrue(step.entries().get("continue-on-error"));
                    for (String key : List.of("run", "script", "uses")) {
                        if (step.entries().get(key) instanceof YamlValue.Scalar scalar) {
                            commands.add(scalar);
                            tolerated.put(scalar, mayFail);
                        }
                    }
                }
            }
        }
        boolean jobMayFail = job.value("allow_failure")
                        .filter(PipelineFacts::isTrue)
                        .isPresent()
                || job.value("continue-on-error").filter(PipelineFacts::isTrue).isPresent();
        long position = 0;
        for (YamlValue.Scalar command : commands) {
            position++;
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("position", position);
            attributes.put("command", command.text().strip());
            scalar(job, "stage").ifPresent(s -> attributes.put("stage", s));
            attributes.put("needs", names(job));
            attributes.put(
                    "may_fail",
                    jobMayFail
                            || tolerated.getOrDefault(command, false)
                            || TOLERATED.matcher(command.text()).find());
            Optional<String> folder = scalar(job, "working_directory").or(() -> scalar(job, "working-directory"));
            folder.ifPresent(f -> attributes.put("working_directory", f));
            attributes.put("test_files", testFiles(file, folder.orElse(""), command.text()));
            String[] place = command.where().split(":", -1);
            attributes.put("file", shown);
            attributes.put("line", place.length > 1 && place[1].matches("\\d+") ? Long.parseLong(place[1]) : 1L);
            facts.add("ci_step", List.of(shown, name, String.valueOf(position)), attributes);
        }
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && scalar.text().equals("true");
    }

    private static Optional<String> scalar(YamlMap job, String key) {
        return job.value(key)
                .map(v -> v instanceof YamlValue.Scalar scalar ? scalar.text() : "")
                .filter(t -> !t.isEmpty());
    }

    private static List<String> names(YamlMap job) {
        List<YamlValue.Scalar> names = new ArrayList<>();
        for (String key : List.of("needs", "dependencies")) {
            job.value(key).ifPresent(v -> scalars(v, names));
        }
        return names.stream().map(YamlValue.Scalar::text).distinct().toList();
    }

    private static void scalars(YamlValue value, List<YamlValue.Scalar> found) {
        if (value instanceof YamlValue.Scalar scalar) {
            found.add(scalar);
        } else if (value instanceof YamlValue.Sequence list) {
            list.items().forEach(i -> scalars(i, found));
        } else if (value instanceof YamlValue.Mapping map && map.entries().containsKey("job")) {
            scalars(map.entries().get("job"), found);
        }
    }

    /** A definition may stand at the top of a repository or in a folder of it, so that both are tried. */
    private Map<String, String> testFiles(Path file, String folder, String command) {
        Map<String, String> counts = new TreeMap<>();
        for (String word : command.split("[\\s\"']+", -1)) {
            if (!word.matches("[\\w.-]+(/[\\w.-]+)*/?") || word.startsWith("-")) {
                continue;
            }
            for (Path base = file.getParent(); base != null && base.startsWith(project); base = base.getParent()) {
                Path place = base.resolve(folder).resolve(word).normalize();
                if (Files.isDirectory(place) && place.startsWith(project) && !place.equals(base)) {
                    counts.putIfAbsent(word, String.valueOf(countTests(place)));
                }
            }
        }
        return counts;
    }

    private static long countTests(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> String.valueOf(f.getFileName())
                            .matches("test_.*\\.py|.*_test\\.(py|go)|.*Tests?\\.(java|kt)|.*\\.(test|spec)\\.[jt]sx?"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }
}
