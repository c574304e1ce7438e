package dev.plumbline.audit;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox says of the project. Its settings, its one node and its administrator are its own: they say nothing of
 * the servers that the project runs on, and to judge them would be to judge ourselves.
 */
final class SandboxReading {

    private static final List<String> OWN_KINDS = List.of("setting", "datacenter");
    private static final String REASON = "the target is read from a sandbox, which says nothing of your servers";

    private SandboxReading() {}

    /** @param administrator the account that the sandbox was made with */
    static Reading of(Reading reading, String administrator) {
        Snapshot snapshot = reading.snapshot();
        List<Fact> facts = snapshot.facts().stream()
                .filter(fact -> !OWN_KINDS.contains(fact.kind().name()))
                .filter(fact -> !isAdministrator(fact, administrator))
                .map(fact -> withoutOurs(fact, administrator))
                .toList();
        Map<String, Coverage.Entry> coverage = new TreeMap<>(snapshot.coverage().kinds());
        OWN_KINDS.forEach(kind ->
                coverage.computeIfPresent(kind, (name, entry) -> new Coverage.Entry(Coverage.Status.EXCLUDED, REASON)));
        return new Reading(
                new Snapshot(snapshot.engine(), snapshot.kinds(), facts, Coverage.of(coverage)), reading.statements());
    }

    /** Where a script names no definer, it is whoever ran it; and when a migration was applied is when we did it. */
    private static Fact withoutOurs(Fact fact, String administrator) {
        boolean ourTime = fact.kind().name().equals("applied_migration") && fact.get("applied_at") != null;
        boolean ourName = fact.text("definer")
                .filter(definer -> definer.replaceFirst("@.*", "").equals(administrator))
                .isPresent();
        if (!ourTime && !ourName) {
            return fact;
        }
        Map<String, @Nullable Object> attributes = new TreeMap<>(fact.attributes());
        attributes.remove(ourTime ? "applied_at" : "definer");
        return Fact.of(fact.kind(), fact.path(), attributes);
    }

    private static boolean isAdministrator(Fact fact, String administrator) {
        String kind = fact.kind().name();
        String account = fact.name().replaceFirst("@.*", "");
        return (kind.equals("role") || kind.equals("grant")) && account.equals(administrator);
    }
}
