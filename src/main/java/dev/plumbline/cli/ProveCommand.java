package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Proofs;
import dev.plumbline.migration.Proof;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reversibility certificate. */
final class ProveCommand extends Command {

    private final Common common = new Common(this);
    private final Given<String> target = takes(PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("TARGET")
            .description("Otherwise all targets."));
    private final Given<List<String>> migrations = words("1..*", "MIGRATION", "Otherwise all migrations.");

    ProveCommand() {
        super(
                "prove",
                "Proves migrations reversible by doing it, each alone, on an empty sandbox of the target's version:",
                "snapshot, up, snapshot, down, compare, up, compare. A live database is never touched.");
        footer(
                "",
                "Examples:",
                "  plumbline prove                       every migration of every target",
                "  plumbline prove analytics V7 V8       two of them; earlier ones are run, not proven",
                "",
                "Exit codes: 0 all proven, 1 one is lossy, irreversible or fails, 2 there was nothing to prove.");
    }

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        List<Proof> proofs;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Proofs prover = new Proofs(configuration, progress)) {
            proofs = prover.prove(target.value().stream().toList(), migrations.orElse(List.of()), this::print);
        }
        long good = proofs.stream().filter(Proof::good).count();
        common.out().printf("%d of %d migrations proven%n", good, proofs.size());
        if (proofs.isEmpty()) {
            return Exit.NO_EVIDENCE;
        }
        return good == proofs.size() ? Exit.OK : Exit.FINDINGS;
    }

    private synchronized void print(Proof proof) {
        common.out()
                .printf("%-13s %s %s (%s)%n", proof.status().word(), proof.target(), proof.migration(), proof.file());
        proof.detail().forEach(line -> common.out().println("              " + line));
        common.out().flush();
    }
}
