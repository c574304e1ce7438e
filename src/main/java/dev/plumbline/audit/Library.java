package dev.plumbline.audit;

import dev.plumbline.rule.PackPlace;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The rules that come with Plumbline: packs that a project names {@code library}. */
public final class Library {

    /** How {@code packs:} names it. */
    static final String NAME = "library";

    private Library() {}

    /**
     * Beside the program as the launcher starts it, so that a rule that was changed there needs no new build; otherwise
     * inside the program.
     */
    public static PackPlace place() {
        return new PackPlace(
                Optional.ofNullable(System.getProperty("plumbline.home"))
                        .map(home -> Path.of(home, "rules"))
                        .filter(Files::isDirectory)
                        .orElseGet(Library::inside),
                NAME);
    }

    private static Path inside() {
        try {
            Path program = Path.of(Library.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(program) ? program.resolve("rules") : program;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it is", e);
        }
    }
}
