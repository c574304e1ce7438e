package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders that are made once and kept. A folder is made under another name and renamed when it is complete, so a folder
 * that has its name is whole even if a maker was killed. One process makes a folder while others wait for it.
 *
 * @param folder may not exist yet
 */
record Cache(Path folder) {

    private static final long MEBIBYTE = 1 << 20;
    private static final Map<Path, Object> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    /** Fills an empty folder. */
    interface Maker {
        void make(Path empty) throws IOException;
    }

    /** {@code $XDG_CACHE_HOME/plumbline}, or {@code ~/.cache/plumbline}. */
    static Path defaultFolder() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? MavenSettings.home().resolve(".cache")
                : Path.of(configured);
        return base.resolve("plumbline");
    }

    /**
     * The folder of that name, made now if it is not there.
     *
     * @param mebibytes space it will take
     * @throws ProblemsException if the folder cannot be written or the disk is full
     */
    Path folder(String name, int mebibytes, Maker maker) {
        Path wanted = folder.toAbsolutePath().resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        // A file lock belongs to the whole process, so threads need a lock of their own.
        synchronized (IN_THIS_PROCESS.computeIfAbsent(wanted, key -> new Object())) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !Files.isDirectory(wanted)) {
                        make(wanted, mebibytes, maker);
                    }
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        return wanted;
    }

    /** The reason without the name of the file, which says nothing to people. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private void make(Path wanted, int mebibytes, Maker maker) throws IOException {
        String unfinished = wanted.getFileName() + ".tmp";
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, unfinished + "*")) {
            for (Path path : left) {
                Trees.delete(path);
            }
        }
        long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
        if (free < mebibytes) {
            throw new ProblemsException(
                    folder.toString(),
                    "the disk has " + free + " MiB left, " + wanted.getFileName() + " needs " + mebibytes,
                    "free some space or set XDG_CACHE_HOME to a folder on another disk");
        }
        Path building = Files.createTempDirectory(folder, unfinished);
        try {
            Trees.readable(building);
            maker.make(building);
            Files.move(building, wanted, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(building);
        }
    }

    /** Says that this folder cannot be written, and what to do. */
    ProblemsException unwritable(IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new ProblemsException(
                new Problem(
                        folder.toString(),
                        full ? "the disk is full" : "the cache of sandboxes cannot be written: " + reason(e),
                        full
                                ? "free some space or set XDG_CACHE_HOME to a folder on another disk"
                                : "make it writable or set XDG_CACHE_HOME to a folder that is"),
                e);
    }
}
