package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of packs: in a folder, or in a jar or zip that holds one. */
final class PackFiles {

    /** @param pack the folder's name; empty for a file beside the packs, such as {@code controls.yaml} */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Source(String pack, String name, String file, byte[] bytes) {

        String stem() {
            return name.substring(0, name.lastIndexOf('.'));
        }
    }

    private PackFiles() {}

    static List<Source> read(PackPlace place, List<Problem> problems) {
        String shown = place.shown();
        try {
            if (Files.isDirectory(place.path())) {
                return readFolder(place.path(), shown, problems);
            }
            if (Files.isRegularFile(place.path())) {
                try (FileSystem archive = FileSystems.newFileSystem(place.path())) {
                    Path rules = archive.getPath("/rules");
                    return Files.isDirectory(rules)
                            ? readFolder(rules, shown + "!/rules", problems)
                            : readFolder(archive.getPath("/"), shown + "!", problems);
                }
            }
            problems.add(new Problem(shown, "there is no such folder of rules", "check the path"));
            return List.of();
        } catch (IOException | java.nio.file.ProviderNotFoundException e) {
            throw new ProblemsException(
                    new Problem(shown, "rules cannot be read: " + e.getMessage(), "check the file"), e);
        }
    }

    private static List<Source> readFolder(Path folder, String shown, List<Problem> problems) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = folder.relativize(file);
                String name = String.valueOf(file.getFileName());
                String where = shown
                        + (shown.endsWith("/") ? "" : "/")
                        + relative.toString().replace('\\', '/');
                if (name.endsWith(".yml")) {
                    problems.add(new Problem(where, "is not read", "name it " + name.replace(".yml", ".yaml")));
                } else if (name.endsWith(".yaml")) {
                    String pack =
                            relative.getNameCount() > 1 ? relative.getName(0).toString() : "";
                    sources.add(new Source(pack, name, where, bytes(file)));
                }
            }
        }
        if (sources.isEmpty()) {
            problems.add(new Problem(
                    shown,
                    "holds no rules",
                    "rules are files <pack>/<id>.yaml below it; 'plumbline rules new' writes one"));
        }
        return sources;
    }

    /** No more than is needed to see that there are too many. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(YamlTree.MOST_BYTES);
        }
    }
}
