package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Rules;
import dev.plumbline.rule.PackPlace;
import dev.plumbline.rule.Rule;
import dev.plumbline.yaml.YamlMap;
import dev.plumbline.yaml.YamlValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code rules}: the packs of the project's own and what it sets for rules and for whole packs. */
final class RulesReader {

    private final ProjectFolder folder;

    RulesReader(ProjectFolder folder) {
        this.folder = folder;
    }

    Rules read(YamlMap map) {
        List<PackPlace> packs = map.keys().contains("packs")
                ? map.texts("packs").stream()
                        .map(name -> pack(map, name))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of(Library.place());
        Rules rules = new Rules(packs, settings(map, "set_packs"), settings(map, "set"));
        map.done();
        return rules;
    }

    private Optional<PackPlace> pack(YamlMap map, String name) {
        return name.equals(Library.NAME)
                ? Optional.of(Library.place())
                : folder.existing(map, "packs", name).map(path -> new PackPlace(path, folder.shown(path)));
    }

    private static Map<String, Rules.Setting> settings(YamlMap map, String key) {
        Map<String, Rules.Setting> settings = new LinkedHashMap<>();
        map.named(key).forEach((name, rule) -> {
            Map<String, Object> parameters = new TreeMap<>();
            Map<String, String> places = new TreeMap<>();
            rule.map("parameters")
                    .ifPresent(p -> p.keys()
                            .forEach(k -> p.value(k).ifPresent(v -> {
                                parameters.put(k, plain(v));
                                places.put(k, p.whereKey(k));
                            })));
            boolean switched = rule.bool("active", true);
            Optional<Boolean> active = rule.has("active") ? Optional.of(switched) : Optional.empty();
            Optional<Rule.Severity> severity = severity(rule);
            settings.put(
                    name,
                    new Rules.Setting(map.map(key).orElseThrow().whereKey(name), severity, active, parameters, places));
            rule.done();
        });
        return settings;
    }

    private static Optional<Rule.Severity> severity(YamlMap rule) {
        List<String> words = Arrays.stream(Rule.Severity.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = rule.word("severity", words, "");
        return words.contains(word)
                ? Optional.of(Rule.Severity.valueOf(word.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Object plain(YamlValue value) {
        if (value instanceof YamlValue.Sequence sequence) {
            return sequence.items().stream().map(RulesReader::plain).toList();
        }
        if (value instanceof YamlValue.Scalar scalar) {
            if (!scalar.quoted() && scalar.text().matches("-?\\d{1,18}")) {
                return Long.valueOf(scalar.text());
            }
            return !scalar.quoted() && scalar.text().matches("true|false")
                    ? Boolean.valueOf(scalar.text())
                    : scalar.text();
        }
        return Map.of();
    }
}
