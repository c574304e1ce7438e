package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.rule.Accepted;
import dev.plumbline.rule.RulePack;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notes of when people accepted what: {@code accepted.yaml} in a baseline's folder, {@code baselines/packs.yaml} for
 * the rule packs. Snapshots themselves hold no clock, and version control is not always at hand.
 */
final class Acceptances {

    private static final String FILE = "accepted.yaml";
    private static final String ADVICE = "write it anew with 'plumbline baseline accept";

    private Acceptances() {}

    private static Path packsFile(Configuration configuration) {
        return configuration.root().resolve("baselines").resolve("packs.yaml");
    }

    /** When a baseline was accepted; nothing if it does not say. */
    static Optional<Accepted.Acceptance> baseline(Configuration configuration, Target target) {
        return read(configuration, target.baseline().resolve(FILE), "'", (map, on) -> {
            String digest = map.text("digest");
            return new Accepted.Acceptance(on, digest);
        });
    }

    static void write(Target target, Snapshot snapshot, LocalDate today) throws IOException {
        write(target, snapshot, today, () -> {});
    }

    /** Something that comes between the note's writing and its taking effect. */
    interface Step {
        void run() throws IOException;
    }

    /** @param first fails with nothing noted; is not begun if there is no space for the note */
    static void write(Target target, Snapshot snapshot, LocalDate today, Step first) throws IOException {
        ReportWriter.replace(target.baseline().resolve(FILE), out -> {
            out.write("# When people last accepted this baseline, and the digest of what they saw.\n");
            out.write("accepted: " + today + "\ndigest: " + snapshot.digest() + "\n");
            out.flush();
            first.run();
        });
    }

    /** The rule packs that people accepted; nothing if they never did. */
    static Optional<Accepted.Packs> packs(Configuration configuration) {
        return read(configuration, packsFile(configuration), " --packs'", (map, on) -> {
            Map<String, String> digests = new TreeMap<>();
            map.map("packs").ifPresent(packs -> packs.keys().forEach(name -> digests.put(name, packs.text(name))));
            return new Accepted.Packs(on, digests);
        });
    }

    /** @return the file, for messages */
    static String write(Configuration configuration, List<RulePack> packs, LocalDate today) throws IOException {
        StringBuilder text = new StringBuilder(
                        "# The rule packs that people accepted: SHA-256 over the files of each.\n")
                .append("accepted: ")
                .append(today)
                .append("\npacks:\n");
        packs.forEach(pack -> text.append("  ")
                .append(pack.name())
                .append(": ")
                .append(pack.digest())
                .append('\n'));
        Path file = packsFile(configuration);
        ReportWriter.replace(file, out -> out.append(text));
        return configuration.shown(file);
    }

    private interface Body<T> {
        T of(YamlMap map, LocalDate on);
    }

    private static <T> Optional<T> read(Configuration configuration, Path file, String option, Body<T> body) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        Optional<T> read = YamlFile.read(file, configuration.shown(file), problems)
                .map(map -> {
                    LocalDate on = LocalDate.EPOCH;
                    try {
                        on = LocalDate.parse(map.text("accepted"));
                    } catch (DateTimeException e) {
                        map.problem(map.where("accepted"), "'accepted' is no date", ADVICE + option);
                    }
                    T value = body.of(map, on);
                    map.done();
                    return value;
                });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return read;
    }
}
