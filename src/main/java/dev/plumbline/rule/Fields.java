package dev.plumbline.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a {@link Shape} has already checked. */
final class Fields {

    private final Yaml.Fields fields;

    Fields(Yaml.Fields fields) {
        this.fields = fields;
    }

    static Fields of(Yaml yaml) {
        return new Fields((Yaml.Fields) yaml);
    }

    Optional<Yaml> get(String key) {
        return Optional.ofNullable(fields.entries().get(key)).map(Yaml.Entry::value);
    }

    Optional<Yaml.Scalar> scalar(String key) {
        return get(key).map(Yaml.Scalar.class::cast);
    }

    String text(String key) {
        return scalar(key).map(Yaml.Scalar::text).orElse("");
    }

    /** As the name of an enum's constant. */
    String constant(String key) {
        return text(key).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    List<Yaml> items(String key) {
        return get(key).map(y -> ((Yaml.Items) y).items()).orElse(List.of());
    }

    List<String> texts(String key) {
        return items(key).stream().map(y -> ((Yaml.Scalar) y).text()).toList();
    }

    /** Block texts end in a line break that means nothing. */
    Bilingual bilingual(String key) {
        return get(key).map(Fields::of)
                .map(f -> new Bilingual(f.text("en").strip(), f.text("es").strip()))
                .orElse(Bilingual.NONE);
    }

    Yaml.Place place(String key) {
        return get(key).map(Yaml::place).orElse(fields.place());
    }
}
