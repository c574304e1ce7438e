package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.yaml.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code queries}: the files with queries of the project's own, and the kinds these declare. */
final class OwnQueryReader {

    private final ProjectFolder folder;
    private final Map<String, Target> targets;
    private final List<Problem> problems;
    private final Kinds taken = Catalog.allKinds();
    private final Map<String, Kind> declared = new LinkedHashMap<>();

    /** @param targets by name */
    OwnQueryReader(ProjectFolder folder, Map<String, Target> targets, List<Problem> problems) {
        this.folder = folder;
        this.targets = targets;
        this.problems = problems;
    }

    /** Queries of the project's own, for one target or for all of an engine; by target. */
    Map<String, List<OwnQuery>> read(YamlMap map) {
        Map<String, List<OwnQuery>> own = new LinkedHashMap<>();
        for (YamlMap entry : map.maps("queries")) {
            String engine = entry.word("engine", TargetReader.ENGINES, "");
            String name = entry.text("target", "");
            Optional<Path> file = folder.existing(entry, "file");
            if (!entry.has("file")) {
                entry.problem(entry.where(), "the query has no file", "add 'file: …'");
            }
            entry.done();
            if (entry.has("engine") == entry.has("target")) {
                entry.problem(
                        entry.where(),
                        "a query is for one target or for all of an engine",
                        "write 'target: …' or 'engine: …'");
            } else if (entry.has("target") && !targets.containsKey(name)) {
                entry.problem(
                        entry.where("target"),
                        "no target is named '" + name + "'",
                        YamlMap.oneOf(name, targets.keySet()));
            } else if (file.isPresent()) {
                List<Target> of = targets.values().stream()
                        .filter(t -> entry.has("target")
                                ? t.name().equals(name)
                                : t.engine().equals(engine))
                        .toList();
                add(entry, file.get(), of, own);
            }
        }
        return own;
    }

    private void add(YamlMap entry, Path file, List<Target> of, Map<String, List<OwnQuery>> own) {
        Path root = folder.root();
        String shown = file.startsWith(root) ? root.relativize(file).toString() : file.toString();
        for (Target target : of) {
            if (!TargetReader.ENGINES.contains(target.engine())) {
                entry.problem(
                        entry.where(),
                        "queries of your own are not sent to " + target.engine(),
                        "they are for " + String.join(", ", TargetReader.ENGINES));
                return;
            }
        }
        String engine = of.isEmpty() ? "" : of.get(0).engine();
        OwnQuery.read(file, shown, engine, taken, problems).ifPresent(query -> {
            Kind kind = query.file().kind();
            Kind earlier = declared.putIfAbsent(kind.name(), kind);
            if (earlier != null && !earlier.attributes().equals(kind.attributes())) {
                entry.problem(
                        entry.where(),
                        "the kind '" + kind.name() + "' has other attributes in another file",
                        "rules need the same on all targets");
            }
            of.forEach(target ->
                    own.computeIfAbsent(target.name(), t -> new ArrayList<>()).add(query));
        });
    }
}
