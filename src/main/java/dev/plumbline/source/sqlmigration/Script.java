package dev.plumbline.source.sqlmigration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One migration as a file, and the file that undoes it.
 *
 * @param tool {@code flyway}, {@code sql} or {@code cql}
 * @param app the folder it stands in below the migrations' folder; empty at the top
 * @param version {@code 3.1} for {@code V3.1__x.sql}, {@code 0003} for {@code 0003_x.up.sql}; empty for a repeatable one
 * @param name the rest of the file's name
 * @param repeatable whether it is run again whenever it changes, as Flyway's {@code R} files are
 */
public record Script(
        String tool, String app, String version, String name, Path up, Optional<Path> down, boolean repeatable) {

    /** What people call it: {@code V3.1}, {@code R v_calls}, {@code users/0003_add_locale}. */
    public String label() {
        if (tool.equals("flyway")) {
            return repeatable ? "R " + name : "V" + version;
        }
        return (app.isEmpty() ? "" : app + "/") + version + "_" + name;
    }
}
