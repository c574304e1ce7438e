package dev.plumbline.rule;

import java.nio.file.Path;

/**
 * A folder, jar or zip that holds packs of rules.
 *
 * @param shown what it is called in messages and reports; the same on every machine
 */
public record PackPlace(Path path, String shown) {

    /** A place that is called as it is named. */
    public PackPlace(Path path) {
        this(path, path.toString());
    }
}
