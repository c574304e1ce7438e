package dev.plumbline.cli;

import dev.plumbline.audit.Sides;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Reads one database into canonical text. */
final class SnapshotCommand extends Command {

    private final Common common = new Common(this);
    private final Given<String> side = word("TARGET|URL", "A target's name, or jdbc:… or cql://….");
    private final Given<String> output = option(
            String.class,
            "FILE|DIR",
            "A file, or, if it ends in '/' or is one, a folder as baselines are; otherwise standard output.",
            "-o",
            "--output");
    private final ShowCreate showCreate = new ShowCreate(this);

    SnapshotCommand() {
        super("snapshot", "Reads one database into canonical text: a configured target, or whatever a URL leads to.");
        footer(
                "",
                "Examples:",
                "  plumbline snapshot analytics",
                "  PLUMBLINE_PASSWORD=… plumbline snapshot 'jdbc:postgresql://db/shop?user=plumbline' -o shop.txt",
                "  plumbline snapshot 'cql://db:9042/events?dc=dc1' -o snapshots/events/");
    }

    @Override
    public Integer call() throws IOException {
        String wanted = side.get();
        Snapshot snapshot;
        try (TerminalProgress progress = new TerminalProgress(common.err(), common.quiet(), Common.terminal());
                Sides sides = new Sides(
                        List.of(wanted),
                        common.configurationFile(),
                        showCreate.asked(),
                        common.environment(),
                        progress)) {
            snapshot = sides.read(wanted);
        }
        if (output.value().isEmpty()) {
            snapshot.write(common.out());
        } else {
            write(snapshot, output.get());
        }
        long gaps = Gaps.print(common, wanted, snapshot);
        return gaps == 0 ? Exit.OK : Exit.NO_EVIDENCE;
    }

    private static void write(Snapshot snapshot, String output) {
        Path path = Path.of(output).toAbsolutePath();
        try {
            if (output.endsWith("/") || Files.isDirectory(path)) {
                snapshot.writeFolder(path);
                return;
            }
            Path temporary = path.resolveSibling(path.getFileName() + ".new");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                    snapshot.write(out);
                }
                Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(output, "cannot be written: " + e.getMessage(), "check the folder and its space"), e);
        }
    }

    /** Says what a snapshot does not hold. */
    static final class Gaps {

        private Gaps() {}

        static long print(Common common, String side, Snapshot snapshot) {
            return snapshot.coverage().kinds().entrySet().stream()
                    .filter(kind -> switch (kind.getValue().status()) {
                        case READ, UNSUPPORTED, EXCLUDED -> false;
                        case PARTIAL, DENIED, FAILED, NOT_ASKED -> true;
                    })
                    .peek(kind -> common.err()
                            .println("plumbline: " + side + ": " + kind.getKey() + " is "
                                    + kind.getValue().status() + ": "
                                    + kind.getValue().reason()))
                    .count();
        }
    }
}
