package dev.plumbline.source.files;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads scripts, dependency lists and CI definitions, each from the folder or file that is given. */
public final class ProjectFilesSource implements Source {

    private final Path project;
    private final Optional<Path> scripts;
    private final Optional<Path> dependencies;
    private final Optional<Path> pipeline;
    private final Kinds kinds;

    /**
     * @param project what paths of files are relative to
     * @param scripts a folder or a file; kinds of what is not given are not read, and do not stand in the coverage
     * @param dependencies a folder, all of it, or one file
     * @param pipeline a folder or a file
     */
    public ProjectFilesSource(
            Path project, Optional<Path> scripts, Optional<Path> dependencies, Optional<Path> pipeline, Kinds kinds) {
        this.project = project.toAbsolutePath().normalize();
        this.scripts = scripts.map(p -> p.toAbsolutePath().normalize());
        this.dependencies = dependencies.map(p -> p.toAbsolutePath().normalize());
        this.pipeline = pipeline.map(p -> p.toAbsolutePath().normalize());
        this.kinds = kinds;
    }

    @Override
    public Reading read() {
        List<String> read = new ArrayList<>();
        scripts.ifPresent(p -> read.add("script"));
        dependencies.ifPresent(p -> read.add("dependency"));
        pipeline.ifPresent(p -> read.add("ci_step"));
        ProjectFacts facts = new ProjectFacts(kinds, read);
        scripts.ifPresent(p -> each(facts, "script", p, ".*\\.(sh|bash|py|ps1)|[^.]+", new ScriptFacts(facts)::add));
        dependencies.ifPresent(p -> {
            DependencyFacts list = new DependencyFacts(facts, project);
            each(facts, "dependency", p, DependencyFacts.NAMES, list::add);
        });
        pipeline.ifPresent(
                p -> each(facts, "ci_step", p, ".*\\.ya?ml|Jenkinsfile", new PipelineFacts(facts, project)::add));
        return facts.reading();
    }

    /** Takes one file: where it is, its name relative to the project, its text. */
    interface Reader {
        void read(Path file, String shown, String text);
    }

    private void each(ProjectFacts facts, String kind, Path place, String names, Reader reader) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(place)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> String.valueOf(f.getFileName()).matches(names))
                    .filter(f -> !f.toString().matches(".*[/\\\\](node_modules|\\.git|target|venv|\\.venv)[/\\\\].*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            facts.doubt(kind, shown(place) + " cannot be listed");
            return;
        }
        if (files.isEmpty()) {
            facts.doubt(kind, shown(place) + " holds no file of that sort");
        }
        for (Path file : files) {
            try {
                if (Files.size(file) > 16 << 20) {
                    facts.doubt(kind, shown(file) + " is larger than 16 MiB and was not read");
                } else {
                    reader.read(file, shown(file), Files.readString(file));
                }
            } catch (IOException e) {
                facts.doubt(kind, shown(file) + " cannot be read as UTF-8");
            }
        }
    }

    private String shown(Path path) {
        return project.relativize(path).toString().replace('\\', '/');
    }
}
