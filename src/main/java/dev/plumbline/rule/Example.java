package dev.plumbline.rule;

import dev.plumbline.rule.Verdict.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts with which a rule must reach an outcome.
 *
 * @param place for messages
 * @param parameters overridden for this example
 * @param now the moment of the audit
 * @param finds the paths of exactly those facts that fail; nothing if any may
 */
record Example(
        Outcome expected,
        Project project,
        Map<String, Object> parameters,
        Instant now,
        Yaml.Place place,
        Optional<Set<String>> finds) {}
