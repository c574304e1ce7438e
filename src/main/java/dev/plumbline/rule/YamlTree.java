package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.Yaml.Place;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a YAML document as the tree that shapes are checked against. */
final class YamlTree {

    /** How much of a file is read: one byte more than is accepted, so that it is seen to be too long. */
    static final int MOST_BYTES = (1 << 20) + 1;

    private YamlTree() {}

    /** The document, or nothing if it has problems, which are then added. */
    static Optional<Yaml> parse(String file, byte[] bytes, List<Problem> problems) {
        int before = problems.size();
        Optional<YamlValue> document = YamlFile.document(bytes, file, problems);
        return problems.size() == before ? document.map(YamlTree::tree) : Optional.empty();
    }

    private static Yaml tree(YamlValue value) {
        if (value instanceof YamlValue.Scalar scalar) {
            return scalar(scalar);
        }
        if (value instanceof YamlValue.Sequence sequence) {
            return new Yaml.Items(sequence.items().stream().map(YamlTree::tree).toList(), place(sequence.where()));
        }
        YamlValue.Mapping mapping = (YamlValue.Mapping) value;
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, each) -> {
            Place place = place(Objects.requireNonNull(mapping.keys().get(key)));
            entries.put(key, new Yaml.Entry(new Yaml.Scalar(key, true, place, offset -> place), tree(each)));
        });
        return new Yaml.Fields(entries, place(mapping.where()));
    }

    private static Yaml.Scalar scalar(YamlValue.Scalar scalar) {
        return new Yaml.Scalar(
                scalar.text(),
                !scalar.quoted(),
                place(scalar.where()),
                offset -> scalar.text().isEmpty()
                        ? place(scalar.where())
                        : place(scalar.places().at(offset)));
    }

    /** {@code file:line:column}; the file's name may hold colons itself. */
    private static Place place(String where) {
        int column = where.lastIndexOf(':');
        int line = where.lastIndexOf(':', column - 1);
        return new Place(
                where.substring(0, line),
                Integer.parseInt(where.substring(line + 1, column)),
                Integer.parseInt(where.substring(column + 1)));
    }
}
