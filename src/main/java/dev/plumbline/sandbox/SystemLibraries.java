package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Libraries of the system without which a server's program does not even load. */
final class SystemLibraries {

    /** File name of the library, and Debian's package of it. */
    private static final Map<String, String> FOR_MYSQL =
            new TreeMap<>(Map.of("libaio.so.1", "libaio1", "libnuma.so.1", "libnuma1"));

    private static final List<String> FOLDERS = List.of(
            "/lib/x86_64-linux-gnu",
            "/usr/lib/x86_64-linux-gnu",
            "/lib64",
            "/usr/lib64",
            "/lib",
            "/usr/lib",
            "/usr/local/lib");

    private SystemLibraries() {}

    /** @throws ProblemsException that names each missing library and its package */
    static void requireForMysql(Release release) {
        require(release, FOR_MYSQL, FOLDERS.stream().map(Path::of).toList());
    }

    static void require(Release release, Map<String, String> libraries, List<Path> folders) {
        List<Problem> missing = new ArrayList<>();
        libraries.forEach((library, debianPackage) -> {
            if (folders.stream().noneMatch(folder -> Files.exists(folder.resolve(library)))) {
                missing.add(new Problem(
                        "sandbox " + release,
                        "the server needs the system library " + library + ", which is not installed",
                        "install it (Debian: apt-get install " + debianPackage
                                + ") or use a container or mariadb instead"));
            }
        });
        if (!missing.isEmpty()) {
            throw new ProblemsException(missing);
        }
    }
}
