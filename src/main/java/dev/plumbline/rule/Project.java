package dev.plumbline.rule;

import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run has read, ready to be judged.
 *
 * @param files facts that were read from the project's files; its engine is {@code project}
 * @param fileSources for each kind of these, what they were read from
 */
public record Project(String name, List<Target> targets, Snapshot files, Map<String, List<String>> fileSources) {

    public Project {
        targets = List.copyOf(targets);
        fileSources = Map.copyOf(fileSources);
    }

    /**
     * One database.
     *
     * @param version of the server, as text; empty if unknown
     * @param drift against the approved baseline; empty if there is none, and then rules on changes have no evidence
     * @param sources for each kind, the query files or other sources its facts were read from
     */
    public record Target(
            String name, String version, Snapshot snapshot, Optional<Drift> drift, Map<String, List<String>> sources) {

        public Target {
            sources = Map.copyOf(sources);
        }

        public String engine() {
            return snapshot.engine();
        }
    }
}
