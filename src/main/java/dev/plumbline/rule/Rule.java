package dev.plumbline.rule;

import java.util.List;
import java.util.Map;

/**
 * What a rule file says, checked and ready to be shown. How it judges is the business of {@link RuleBook}.
 *
 * @param id the file's name; states the problem in kebab-case
 * @param pack the folder it is in
 * @param file where it stands, for people
 * @param engines engines it is about; empty for all
 * @param kind the kind of fact it selects
 * @param when which of them it is about, as CEL; empty for all
 * @param assertion what must hold, as CEL
 * @param message with placeholders filled in per finding
 * @param why the harm, with its source
 * @param fix what to do
 * @param parameters in force: defaults overridden by configuration
 * @param active whether configuration lets it run
 */
public record Rule(
        String id,
        String pack,
        String file,
        Bilingual title,
        Severity severity,
        List<String> engines,
        String kind,
        String when,
        String assertion,
        Bilingual message,
        Bilingual why,
        Bilingual fix,
        List<String> controls,
        List<String> references,
        Map<String, Object> parameters,
        boolean active) {

    public Rule {
        engines = List.copyOf(engines);
        controls = List.copyOf(controls);
        references = List.copyOf(references);
        parameters = Map.copyOf(parameters);
    }

    /** How bad it is when the rule fails. */
    public enum Severity {
        INFO,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }
}
