package dev.plumbline.source.diagram;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads PlantUML files. A diagram is drawn only if its picture is there to be compared. */
public final class DiagramSource implements Source {

    private static final List<String> KINDS =
            List.of("diagram", "diagram_entity", "diagram_column", "diagram_relation");
    private static final Pattern NAME = Pattern.compile(
            "(?<type>[A-Z][A-Z0-9]*)-(?<domain>[A-Z][A-Z0-9_]*)-(?<number>\\d{3})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern START =
            Pattern.compile("(?m)^[ \\t]*@start[a-z]+[ \\t]*(?:\\(id=(?<id>[^)]*)\\)|(?<name>[^\\r\\n]*))");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*!include(?:url|sub|_many|_once)?[ \\t]+(\\S+)");
    private static final long LARGEST_BYTES = 1 << 20;

    private final Path project;
    private final Path folder;
    private final Kinds kinds;

    /**
     * @param project what paths of files are relative to
     * @param folder where the diagrams are, at any depth
     */
    public DiagramSource(Path project, Path folder, Kinds kinds) {
        this.project = project.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.kinds = kinds;
    }

    @Override
    public Reading read() {
        ProjectFacts facts = new ProjectFacts(kinds, KINDS);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().matches(".*\\.(puml|plantuml|pu|iuml)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(folder.toString(), "the folder of diagrams cannot be listed", "check its name"), e);
        }
        Map<String, Integer> numbers = new HashMap<>();
        files.forEach(f -> numbers.merge(numberOf(f), 1, Integer::sum));
        files.forEach(f -> readFile(facts, f, numbers));
        return facts.reading();
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    /** Files whose names have no number count by themselves. */
    private static String numberOf(Path file) {
        Matcher name = NAME.matcher(stem(file));
        return name.matches()
                ? name.group("type") + "-" + name.group("domain") + "-" + name.group("number")
                : file.toString();
    }

    private String shown(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }

    private void readFile(ProjectFacts facts, Path file, Map<String, Integer> numbers) {
        String source;
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                KINDS.forEach(k -> facts.doubt(k, shown(file) + " is larger than 1 MiB and was not read"));
                return;
            }
            source = Files.readString(file);
        } catch (IOException e) {
            KINDS.forEach(k -> facts.doubt(k, shown(file) + " cannot be read as UTF-8"));
            return;
        }
        String name = stem(file);
        Map<String, Object> attributes = new LinkedHashMap<>();
        Matcher parts = NAME.matcher(name);
        attributes.put("name_valid", parts.matches());
        if (parts.matches()) {
            List.of("type", "domain", "number", "slug").forEach(p -> attributes.put(p, parts.group(p)));
        }
        attributes.put("number_unique", numbers.getOrDefault(numberOf(file), 1) == 1);
        Matcher start = START.matcher(source);
        String id = !start.find() ? "" : (start.group("id") == null ? start.group("name") : start.group("id")).strip();
        if (!id.isEmpty()) {
            attributes.put("start_id", id);
        }
        attributes.put("start_id_matches", id.equals(name));
        List<String> includes =
                INCLUDE.matcher(source).results().map(m -> m.group(1)).toList();
        attributes.put("includes", includes);
        attributes.put("file", shown(file));
        attributes.put("line", 1L);
        PlantUml.Parsed parsed = PlantUml.parse(source);
        parsed.error().ifPresent(error -> {
            attributes.put("syntax_error", error);
            KINDS.forEach(k -> facts.doubt(k, shown(file) + " cannot be drawn: " + error));
        });
        if (!includes.isEmpty()) {
            KINDS.stream()
                    .filter(k -> !k.equals("diagram"))
                    .forEach(k -> facts.doubt(k, shown(file) + " includes other files, which are not read"));
        }
        attributes.put(
                "entities", parsed.nodes().stream().map(PlantUml.Node::name).toList());
        addPicture(facts, file, source, attributes);
        facts.add("diagram", List.of(name), attributes);
        parsed.nodes().forEach(node -> addEntity(facts, file, name, node));
        List<String> lines = source.lines().toList();
        parsed.edges().forEach(edge -> addRelation(facts, file, name, edge, lines));
    }

    private void addPicture(ProjectFacts facts, Path file, String source, Map<String, Object> attributes) {
        Path svg = file.resolveSibling(stem(file) + ".svg");
        attributes.put("svg_present", Files.isRegularFile(svg));
        if (!Files.isRegularFile(svg)) {
            attributes.put("svg_current", false);
            return;
        }
        try {
            Picture picture = Picture.read(Files.readString(svg));
            picture.version().ifPresent(v -> attributes.put("svg_version", v));
            attributes.put("svg_current", picture.shows(Picture.read(PlantUml.svg(source))));
        } catch (IOException e) {
            facts.doubt("diagram", shown(svg) + " cannot be read as UTF-8");
        }
    }

    private void addEntity(ProjectFacts facts, Path file, String diagram, PlantUml.Node node) {
        Map<String, ColumnLine> columns = new LinkedHashMap<>();
        node.body().forEach(line -> ColumnLine.parse(line).ifPresent(c -> columns.putIfAbsent(c.name(), c)));
        facts.add(
                "diagram_entity",
                List.of(diagram, node.name()),
                Map.of(
                        "columns", List.copyOf(columns.keySet()),
                        "alias", node.alias(),
                        "file", shown(file),
                        "line", (long) node.line()));
        long position = 0;
        for (ColumnLine column : columns.values()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("position", ++position);
            column.type().ifPresent(t -> attributes.put("type", t));
            attributes.put("primary_key", column.primaryKey());
            attributes.put("foreign_key", column.foreignKey());
            attributes.put("unique", column.unique());
            attributes.put("nullable", !column.mandatory());
            attributes.put("file", shown(file));
            attributes.put("line", (long) node.line());
            facts.add("diagram_column", List.of(diagram, node.name(), column.name()), attributes);
        }
    }

    private void addRelation(ProjectFacts facts, Path file, String diagram, PlantUml.Edge edge, List<String> lines) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Optional<String> cardinality =
                edge.line() <= lines.size() ? Cardinality.of(lines.get(edge.line() - 1)) : Optional.empty();
        cardinality.ifPresent(c -> attributes.put("cardinality", c));
        attributes.put("file", shown(file));
        attributes.put("line", (long) edge.line());
        facts.add("diagram_relation", List.of(diagram, edge.from(), edge.to(), edge.label()), attributes);
    }
}
