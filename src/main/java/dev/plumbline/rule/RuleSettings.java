package dev.plumbline.rule;

import java.util.Map;
import java.util.Optional;

/**
 * What configuration says of rules, without touching them.
 *
 * @param language {@code en} or {@code es}: in which one texts that have no second language are written
 * @param packs whether the rules of a pack run; those of packs that are not named do
 * @param rules by id
 */
public record RuleSettings(String language, Map<String, Boolean> packs, Map<String, Setting> rules) {

    public static final RuleSettings NONE = new RuleSettings("en", Map.of(), Map.of());

    public RuleSettings {
        packs = Map.copyOf(packs);
        rules = Map.copyOf(rules);
    }

    /**
     * What configuration says of one rule.
     *
     * @param parameters values by name: {@code Long}, {@code String}, {@code Boolean} or {@code List<String>}
     * @param where the place in the configuration, as {@code file:line:column}
     */
    public record Setting(
            Optional<Rule.Severity> severity, Optional<Boolean> active, Map<String, Object> parameters, String where) {

        public Setting {
            parameters = Map.copyOf(parameters);
        }
    }
}
