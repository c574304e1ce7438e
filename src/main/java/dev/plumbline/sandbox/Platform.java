package dev.plumbline.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a program for this machine must have been built for.
 *
 * @param os {@code linux}, {@code macos}, {@code windows}, or another one's own name
 * @param arch {@code amd64}, {@code arm64}, or another one's own name
 * @param musl whether the C library is musl, as on Alpine, and programs for glibc do not load
 */
record Platform(String os, String arch, boolean musl) {

    /** The machine that we run on. */
    static Platform current() {
        boolean glibc = Stream.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")
                .anyMatch(loader -> Files.exists(Path.of(loader)));
        boolean musl = Stream.of("/lib/ld-musl-x86_64.so.1", "/lib/ld-musl-aarch64.so.1")
                .anyMatch(loader -> Files.exists(Path.of(loader)));
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), musl && !glibc);
    }

    /** @param osName,osArch as Java's properties {@code os.name} and {@code os.arch} have them */
    static Platform of(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        return new Platform(
                os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os.replace(' ', '-'),
                switch (arch) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> arch;
                },
                musl);
    }

    /** As the list of releases has it, for instance {@code linux-amd64} or {@code linux-musl-arm64}. */
    String name() {
        return os + (musl ? "-musl-" : "-") + arch;
    }

    /** For messages. */
    @Override
    public String toString() {
        return name();
    }
}
