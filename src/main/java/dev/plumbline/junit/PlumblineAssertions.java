package dev.plumbline.junit;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.Verdict;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Entry point of the AssertJ assertions. */
public final class PlumblineAssertions {

    private PlumblineAssertions() {}

    public static SnapshotAssert assertThat(Snapshot actual) {
        return new SnapshotAssert(actual);
    }

    public static AuditResultAssert assertThat(AuditResult actual) {
        return new AuditResultAssert(actual);
    }

    /** Assertions on what a database is. */
    public static final class SnapshotAssert extends AbstractAssert<SnapshotAssert, Snapshot> {
        SnapshotAssert(Snapshot actual) {
            super(actual, SnapshotAssert.class);
        }

        /** Everything could be compared, and nothing differs. */
        public SnapshotAssert hasNoDriftFrom(Snapshot expected) {
            isNotNull();
            Drift drift = Differ.compare(expected, actual);
            if (!drift.equal()) {
                failWithMessage(
                        "%nExpecting no drift, but:%n%s%s",
                        drift.changes().stream().map(Change::toString).collect(Collectors.joining("\n")),
                        drift.uncompared().isEmpty() ? "" : "\nnot compared: " + drift.uncompared());
            }
            return this;
        }

        /** Every kind that the server has was read in full. */
        public SnapshotAssert wasReadInFull() {
            isNotNull();
            String gaps = actual.coverage().kinds().entrySet().stream()
                    .filter(e -> switch (e.getValue().status()) {
                        case READ, UNSUPPORTED, EXCLUDED -> false;
                        case PARTIAL, DENIED, FAILED, NOT_ASKED -> true;
                    })
                    .map(e -> e.getKey() + " " + e.getValue().status() + ": "
                            + e.getValue().reason())
                    .collect(Collectors.joining("\n"));
            if (!gaps.isEmpty()) {
                failWithMessage("%nExpecting full coverage, but:%n%s", gaps);
            }
            return this;
        }
    }

    /** Assertions on a whole run. */
    public static final class AuditResultAssert extends AbstractAssert<AuditResultAssert, AuditResult> {
        AuditResultAssert(AuditResult actual) {
            super(actual, AuditResultAssert.class);
        }

        /** The exit code would be 0. */
        public AuditResultAssert isCompliant() {
            isNotNull();
            if (actual.exitCode() != 0) {
                failWithMessage(
                        "%nExpecting compliance, but the verdict is %s:%n%s",
                        actual.outcome().word(),
                        actual.findings().stream()
                                .filter(f ->
                                        f.outcome() != Verdict.Outcome.WAIVED && f.outcome() != Verdict.Outcome.FROZEN)
                                .map(f -> f.outcome().word() + " " + f.rule() + " " + f.path() + ": "
                                        + f.message().en())
                                .collect(Collectors.joining("\n")));
            }
            return this;
        }
    }
}
