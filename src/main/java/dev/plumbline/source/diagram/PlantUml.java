package dev.plumbline.source.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.atmp.CucaDiagram;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.abel.Entity;
import net.sourceforge.plantuml.abel.Link;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.klimt.creole.Display;
import net.sourceforge.plantuml.utils.LineLocation;

/**
 * The only class that knows PlantUML. Most of what it calls is internal to PlantUML, so that a new version may need a
 * change here and nowhere else. Sources are parsed without access to files and network.
 */
final class PlantUml {

    static {
        // PlantUML reads these once, when its classes are loaded.
        setUnlessSet("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        setUnlessSet("java.awt.headless", "true");
    }

    private PlantUml() {}

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * @param name as shown
     * @param alias as other lines call it
     * @param body its lines as written
     * @param line 1-based
     */
    record Node(String name, String alias, List<String> body, int line) {
        Node {
            body = List.copyOf(body);
        }
    }

    /** @param label as shown at the line; may be empty */
    record Edge(String from, String to, String label, int line) {}

    /** @param error what PlantUML says of a source it cannot draw */
    record Parsed(List<Node> nodes, List<Edge> edges, Optional<String> error) {
        Parsed {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    static Parsed parse(String source) {
        List<BlockUml> blocks = new SourceStringReader(source).getBlocks();
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        if (blocks.isEmpty()) {
            return new Parsed(nodes, edges, Optional.of("it holds no @startuml"));
        }
        Diagram diagram = blocks.get(0).getDiagram();
        if (diagram instanceof CucaDiagram cuca) {
            cuca.applySingleStrategy();
            Map<Entity, String> names = new HashMap<>();
            for (Entity entity : cuca.leafs()) {
                String name = shown(entity.getDisplay(), entity.getName());
                names.put(entity, name);
                nodes.add(new Node(
                        name,
                        entity.getName(),
                        entity.getBodier().getRawBody().stream()
                                .map(CharSequence::toString)
                                .toList(),
                        line(entity.getLocation())));
            }
            for (Link link : cuca.getLinks()) {
                String from = names.get(link.getEntity1());
                String to = names.get(link.getEntity2());
                if (from != null && to != null && !link.isInvis()) {
                    edges.add(new Edge(from, to, shown(link.getLabel(), ""), line(link.getLocation())));
                }
            }
        }
        boolean wrong = diagram.getClass().getSimpleName().startsWith("PSystemError");
        return new Parsed(
                nodes,
                edges,
                wrong ? Optional.of(String.valueOf(diagram.getDescription().getDescription())) : Optional.empty());
    }

    private static String shown(Display display, String otherwise) {
        List<String> lines = new ArrayList<>();
        if (!Display.isNull(display)) {
            display.forEach(line -> lines.add(line.toString()));
        }
        String text = String.join(" ", lines).strip();
        return text.isEmpty() ? otherwise : text;
    }

    private static int line(LineLocation location) {
        return location == null ? 1 : location.getPosition() + 1;
    }

    /** The first picture of a source. */
    static String svg(String source) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new SourceStringReader(source).outputImage(out, new FileFormatOption(FileFormat.SVG));
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
