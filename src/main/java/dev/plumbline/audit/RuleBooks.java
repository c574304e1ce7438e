package dev.plumbline.audit;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.RuleSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads the rules that a configuration names, as it sets them. */
public final class RuleBooks {

    private RuleBooks() {}

    /**
     * @throws ProblemsException with the faults of all rule files, controls, waivers and settings of rules
     */
    public static RuleBook load(Configuration configuration, Kinds kinds) {
        List<Problem> problems = new ArrayList<>();
        Map<String, RuleSettings.Setting> settings = new TreeMap<>();
        configuration.rules().overrides().forEach((id, override) -> {
            Optional<Rule.Severity> severity =
                    override.severity().flatMap(word -> severity(word, override.where(), problems));
            settings.put(
                    id, new RuleSettings.Setting(severity, override.active(), override.parameters(), override.where()));
        });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return RuleBook.load(
                configuration.rules().packs(), new RuleSettings(configuration.language(), Map.of(), settings), kinds);
    }

    private static Optional<Rule.Severity> severity(String word, String where, List<Problem> problems) {
        Optional<Rule.Severity> severity = Arrays.stream(Rule.Severity.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (severity.isEmpty()) {
            problems.add(new Problem(
                    where, "'" + word + "' is no severity", "use one of info, low, medium, high, critical"));
        }
        return severity;
    }
}
