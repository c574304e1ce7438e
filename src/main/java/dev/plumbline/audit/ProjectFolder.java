package dev.plumbline.audit;

import dev.plumbline.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Resolves the paths that {@code plumbline.yaml} names.
 *
 * @param root the folder of the file; absolute
 */
record ProjectFolder(Path root) {

    Path inside(YamlMap map, String key, String text) {
        Path path = root.resolve(text).normalize();
        if (!path.startsWith(root)) {
            map.problem(map.where(key), "'" + text + "' leads out of the project's folder", "");
        }
        return path;
    }

    /** Relative to the folder what is inside it, so that a report says the same on every machine. */
    String shown(Path path) {
        return (path.startsWith(root) ? root.relativize(path) : path).toString();
    }

    Optional<Path> existing(YamlMap map, String key) {
        return map.optionalText(key).flatMap(text -> existing(map, key, text));
    }

    Optional<Path> existing(YamlMap map, String key, String text) {
        Path path = root.resolve(text).normalize();
        if (!Files.exists(path)) {
            map.problem(map.where(key), "'" + text + "' does not exist", "paths are relative to " + root);
            return Optional.empty();
        }
        return Optional.of(path);
    }
}
