package dev.plumbline.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archives in which servers come, with permissions and symbolic links. */
final class Archives {

    private static final int OWNER_EXECUTES = 0100;

    private Archives() {}

    /** Unpacks the first tar file (gzip or xz) inside a jar whose name fits. */
    static void untarFromJar(Path jar, Predicate<String> name, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (name.test(entry.getName())) {
                    untar(entry.getName().endsWith("xz") ? new XZInputStream(zip) : new GZIPInputStream(zip), folder);
                    return;
                }
            }
        }
        throw new IOException(jar + " does not hold the archive of a server for this machine");
    }

    /** Unpacks what lies below a folder named {@code below} inside a jar; jars keep no permissions. */
    static void unzip(Path jar, String below, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int start = entry.getName().indexOf(below);
                if (start >= 0 && !entry.isDirectory()) {
                    Path target = inside(folder, entry.getName().substring(start + below.length()));
                    Files.createDirectories(parent(target));
                    Files.copy(zip, target);
                    Path parent = parent(target);
                    if (parent.endsWith("bin") || parent.endsWith("scripts")) {
                        permit(target, OWNER_EXECUTES);
                    }
                }
            }
        }
    }

    private static void untar(InputStream stream, Path folder) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(stream);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = inside(folder, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(parent(target));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(target, inside(folder, entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                permit(target, entry.getMode());
            }
        }
    }

    /** An entry named {@code ../../etc/passwd} would otherwise leave the folder. */
    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + name);
        }
        return target;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " is the root of a file system");
        }
        return parent;
    }

    /** Everybody may read; who may execute is the archive's decision. */
    private static void permit(Path file, int mode) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & OWNER_EXECUTES) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }
}
