package dev.plumbline.rule;

import dev.plumbline.fact.Snapshot;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What people accepted, in the light of which a run is judged.
 *
 * @param frozen existing debt, by target; {@code project} for what was read from files
 * @param baselines by target; a target without one is in it all the same
 * @param packs the rule packs as they were when people last accepted them; nothing if they never did
 */
public record Accepted(
        Waivers waivers, Map<String, FrozenFindings> frozen, Map<String, Baseline> baselines, Optional<Packs> packs) {

    public static final Accepted NOTHING = new Accepted(Waivers.NONE, Map.of(), Map.of(), Optional.empty());

    public Accepted {
        frozen = Map.copyOf(frozen);
        baselines = Map.copyOf(baselines);
    }

    static Accepted of(Waivers waivers) {
        return new Accepted(waivers, Map.of(), Map.of(), Optional.empty());
    }

    /**
     * The approved baseline of a target.
     *
     * @param folder relative to the project's
     * @param snapshot nothing if there is no baseline yet
     * @param acceptance when and what was accepted; nothing for baselines that do not say
     */
    public record Baseline(String folder, Optional<Snapshot> snapshot, Optional<Acceptance> acceptance) {}

    /** @param digest of the snapshot that was accepted */
    public record Acceptance(LocalDate on, String digest) {}

    /**
     * Rule packs that people have seen.
     *
     * @param digests by name
     */
    public record Packs(LocalDate on, Map<String, String> digests) {
        public Packs {
            digests = Map.copyOf(digests);
        }
    }
}
