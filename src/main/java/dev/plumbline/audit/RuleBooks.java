package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Rules;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.RuleSettings;
import java.util.Map;
import java.util.TreeMap;

/** Loads the rules that a configuration names, as it sets them. */
public final class RuleBooks {

    private RuleBooks() {}

    /**
     * @throws ProblemsException with the faults of all rule files, controls, waivers and settings of rules
     */
    public static RuleBook load(Configuration configuration, Kinds kinds) {
        Rules rules = configuration.rules();
        RuleSettings settings =
                new RuleSettings(configuration.language(), settings(rules.ofPacks()), settings(rules.overrides()));
        return RuleBook.load(rules.packs(), settings, kinds);
    }

    private static Map<String, RuleSettings.Setting> settings(Map<String, Rules.Setting> configured) {
        Map<String, RuleSettings.Setting> settings = new TreeMap<>();
        configured.forEach((name, setting) -> settings.put(
                name,
                new RuleSettings.Setting(
                        setting.severity(),
                        setting.active(),
                        setting.parameters(),
                        setting.where(),
                        setting.places())));
        return settings;
    }
}
