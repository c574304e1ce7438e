package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code controls.yaml} files and links controls and rules, which may name each other from either side. */
final class ControlLoader {

    private final Map<String, Yaml.Fields> sources = new LinkedHashMap<>();
    private final List<Problem> problems;

    ControlLoader(List<Problem> problems) {
        this.problems = problems;
    }

    void read(PackFiles.Source file) {
        int before = problems.size();
        YamlTree.parse(file.file(), file.bytes(), problems).ifPresent(document -> {
            ControlShape.CONTROLS.check(document, "controls", problems);
            if (problems.size() == before) {
                ((Yaml.Items) document).items().forEach(item -> add((Yaml.Fields) item));
            }
        });
    }

    private void add(Yaml.Fields control) {
        String id = new Fields(control).text("id");
        Yaml.Fields earlier = sources.putIfAbsent(id, control);
        if (earlier != null) {
            problems.add(new Problem(
                    new Fields(control).place("id").toString(),
                    "the control '" + id + "' is declared twice",
                    "it first stands at " + earlier.place()));
        }
    }

    /**
     * All controls, by the order of the files.
     *
     * @param known ids of all rules, those with problems included
     */
    List<Control> link(Collection<CompiledRule> rules, Collection<String> known) {
        Map<String, TreeSet<String>> evidence = new TreeMap<>();
        for (CompiledRule rule : rules) {
            Fields fields = new Fields(rule.source());
            for (Yaml item : fields.items("controls")) {
                String control = ((Yaml.Scalar) item).text();
                if (sources.isEmpty() || sources.containsKey(control)) {
                    // Packs alone, without controls.yaml, name controls of someone else.
                    evidence.computeIfAbsent(control, c -> new TreeSet<>())
                            .add(rule.rule().id());
                } else {
                    problems.add(new Problem(
                            item.place().toString(),
                            "there is no control '" + control + "'",
                            Nearest.advice(control, sources.keySet())));
                }
            }
        }
        List<Control> controls = new ArrayList<>();
        sources.forEach((id, source) -> {
            Fields fields = new Fields(source);
            TreeSet<String> ids = evidence.computeIfAbsent(id, c -> new TreeSet<>());
            checkKnown(fields.items("rules"), "rule", known);
            checkKnown(fields.items("conflicts_with"), "control", sources.keySet());
            ids.addAll(fields.texts("rules"));
            Control.Level level = Control.Level.valueOf(fields.constant("level"));
            controls.add(new Control(
                    id,
                    fields.bilingual("title"),
                    fields.text("source"),
                    level,
                    fields.scalar("threshold")
                            .map(s -> Integer.parseInt(s.text()))
                            .orElse(level.threshold()),
                    List.copyOf(ids),
                    fields.texts("conflicts_with"),
                    fields.bilingual("limits")));
        });
        return List.copyOf(controls);
    }

    private void checkKnown(List<Yaml> names, String what, Collection<String> known) {
        for (Yaml item : names) {
            String name = ((Yaml.Scalar) item).text();
            if (!known.contains(name)) {
                problems.add(new Problem(
                        item.place().toString(),
                        "there is no " + what + " '" + name + "'",
                        Nearest.advice(name, known)));
            }
        }
    }
}
