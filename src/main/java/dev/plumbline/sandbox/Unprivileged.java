package dev.plumbline.sandbox;

import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run a server that refuses root, as PostgreSQL does: in a user namespace, where root's own files stay root's
 * but its powers are gone; or, where a container forbids namespaces, as the user nobody.
 *
 * @param prefix what to write before the server's command; empty if we are not root
 * @param uid the owner that the server's data must have; negative to leave it as it is
 */
record Unprivileged(List<String> prefix, int uid) {

    private static final int NOBODY = 65_534;
    private static final Path FOR_ALL = Path.of("/var/cache/plumbline");

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    /** The ways there are, best first; the first that works here is taken. */
    static Unprivileged detect() {
        return isRoot() ? firstOf(namespace(), nobody()) : new Unprivileged(List.of(), -1);
    }

    static Unprivileged namespace() {
        return new Unprivileged(List.of("unshare", "-U"), 0);
    }

    static Unprivileged nobody() {
        return new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
    }

    private static Unprivileged firstOf(Unprivileged... ways) {
        for (Unprivileged way : ways) {
            List<String> probe =
                    Stream.concat(way.prefix.stream(), Stream.of("true")).toList();
            if (Programs.succeeds(probe)) {
                return way;
            }
        }
        throw new ProblemsException(
                "sandbox postgresql",
                "PostgreSQL refuses to run as root and this machine offers no other user",
                "run as an ordinary user, or install the programs 'unshare' and 'setpriv' (Debian: util-linux)");
    }

    /** A cache that the server's user can read: the given one, or a common one if a folder above it is private. */
    Cache cache(Cache wanted) {
        return uid != NOBODY || readableByAll(wanted.folder()) ? wanted : new Cache(FOR_ALL);
    }

    /** Hands a folder over to the server's user. */
    void give(Path folder) throws IOException {
        if (uid >= 0) {
            Trees.give(folder, uid);
        }
    }

    private static boolean readableByAll(Path folder) {
        try {
            for (Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
                if (Files.exists(path)
                        && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }
}
