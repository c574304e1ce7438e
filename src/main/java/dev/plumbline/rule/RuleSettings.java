package dev.plumbline.rule;

import java.util.Map;
import java.util.Optional;

/**
 * What configuration says of rules, without touching them.
 *
 * @param language {@code en} or {@code es}: in which one texts that have no second language are written
 * @param packs by name; what is set for a pack holds for each of its rules
 * @param rules by id; what is set for a rule wins over what is set for its pack
 */
public record RuleSettings(String language, Map<String, Setting> packs, Map<String, Setting> rules) {

    public static final RuleSettings NONE = new RuleSettings("en", Map.of(), Map.of());

    public RuleSettings {
        packs = Map.copyOf(packs);
        rules = Map.copyOf(rules);
    }

    /**
     * What configuration says of one rule, or of all rules of a pack.
     *
     * @param parameters values by name: {@code Long}, {@code String}, {@code Boolean} or {@code List<String>}
     * @param where the place in the configuration, as {@code file:line:column}
     * @param places of the parameters, by name
     */
    public record Setting(
            Optional<Rule.Severity> severity,
            Optional<Boolean> active,
            Map<String, Object> parameters,
            String where,
            Map<String, String> places) {

        static final Setting NONE = new Setting(Optional.empty(), Optional.empty(), Map.of(), "");

        public Setting {
            parameters = Map.copyOf(parameters);
            places = Map.copyOf(places);
        }

        public Setting(
                Optional<Rule.Severity> severity,
                Optional<Boolean> active,
                Map<String, Object> parameters,
                String where) {
            this(severity, active, parameters, where, Map.of());
        }

        String where(String parameter) {
            return places.getOrDefault(parameter, where);
        }
    }

    Setting ofRule(String id) {
        return rules.getOrDefault(id, Setting.NONE);
    }

    Setting ofPack(String pack) {
        return packs.getOrDefault(pack, Setting.NONE);
    }
}
