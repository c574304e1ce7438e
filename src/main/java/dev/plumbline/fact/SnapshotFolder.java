package dev.plumbline.fact;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The canonical text on disk: as one file, or as a folder that reads well in a pull request. */
final class SnapshotFolder {

    private static final String HEAD = "snapshot.txt";

    private final Path folder;

    SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    void write(Snapshot snapshot) throws IOException {
        SnapshotWriter writer = new SnapshotWriter(snapshot);
        Files.createDirectories(folder);
        Set<Path> written = new HashSet<>();
        List<Path> fresh = new ArrayList<>();
        try {
            for (Map.Entry<String, List<Fact>> section : writer.sections().entrySet()) {
                written.add(writeFresh(
                        section.getKey() + ".txt", fresh, out -> writer.writeFacts(out, section.getValue())));
            }
            written.add(writeFresh(HEAD, fresh, writer::writeHead));
            for (Path temporary : fresh) {
                Files.move(temporary, target(temporary), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path temporary : fresh) {
                Files.deleteIfExists(temporary);
            }
        }
        for (Path old : textFiles(folder)) {
            if (!written.contains(old)) {
                Files.delete(old);
            }
        }
    }

    private interface Body {
        void write(Appendable out) throws IOException;
    }

    private Path writeFresh(String name, List<Path> fresh, Body body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        fresh.add(temporary);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            body.write(new Utf8(out));
        }
        return file;
    }

    private static Path target(Path temporary) {
        String name = String.valueOf(temporary.getFileName());
        return temporary.resolveSibling(name.substring(0, name.length() - ".new".length()));
    }

    static Snapshot read(Path path, Kinds kinds) {
        try {
            List<Path> files = files(path);
            SnapshotReader reader = new SnapshotReader(kinds);
            for (Path file : files) {
                try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    reader.read(file.toString(), in);
                } catch (MalformedInputException e) {
                    throw new ProblemsException(
                            new Problem(file.toString(), "is not UTF-8 text", "restore it from version control"), e);
                }
            }
            return reader.snapshot(path.toString());
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(path.toString(), "cannot be read: " + e.getMessage(), "check its permissions"), e);
        }
    }

    /**
     * The files that hold the text.
     *
     * @throws ProblemsException if there is none
     */
    static List<Path> files(Path path) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(path)) {
            Path head = path.resolve(HEAD);
            if (!Files.exists(head)) {
                throw new ProblemsException(
                        path.toString(),
                        "is no baseline: it has no " + HEAD,
                        "write one with 'plumbline baseline accept'");
            }
            files.add(head);
            textFiles(path).stream().filter(f -> !f.equals(head)).forEach(files::add);
        } else if (Files.exists(path)) {
            files.add(path);
        } else {
            throw new ProblemsException(path.toString(), "does not exist", "check the path");
        }
        return files;
    }

    private static List<Path> textFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }
}
