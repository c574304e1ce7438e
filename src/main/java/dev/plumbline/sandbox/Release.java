package dev.plumbline.sandbox;

import dev.plumbline.fact.ProblemsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A server that can be fetched and started.
 *
 * @param version as configuration names it, {@code 17}
 * @param fullVersion as the server names itself, {@code 17.11}
 * @param mebibytes space it takes when unpacked
 * @param coordinates {@code group:artifact:version} in a Maven repository
 * @param platforms on which it runs, as {@link Platform} names them
 */
record Release(
        String engine, String version, String fullVersion, int mebibytes, String coordinates, List<String> platforms) {

    private static final List<Release> ALL = read();

    Release {
        platforms = List.copyOf(platforms);
    }

    /** All of them; the first of an engine is its default. */
    static List<Release> all() {
        return ALL;
    }

    /** @throws ProblemsException if there is no such engine or version; lists what there is */
    static Release of(Request request) {
        List<Release> same = ALL.stream()
                .filter(release -> release.engine.equals(request.engine()))
                .toList();
        if (same.isEmpty()) {
            throw new ProblemsException(
                    "sandbox " + request,
                    "there is no sandbox for the engine '" + request.engine() + "'",
                    "use one of "
                            + ALL.stream().map(Release::engine).distinct().collect(Collectors.joining(", "))
                            + ", or give the URL of a server");
        }
        return same.stream()
                .filter(release ->
                        request.version().isEmpty() || request.version().equals(release.version))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        "sandbox " + request,
                        "there is no embedded " + request.engine() + " " + request.version(),
                        "use one of " + same.stream().map(Release::version).collect(Collectors.joining(", "))
                                + ", or 'container: true' with an image of that version"));
    }

    /** @throws ProblemsException if this server has no binaries for the machine; names what to use instead */
    Release on(Platform platform) {
        if (!platforms.contains(platform.name())) {
            throw new ProblemsException(
                    "sandbox " + this,
                    "there is no embedded " + engine + " for " + platform + " (only for " + String.join(", ", platforms)
                            + ")",
                    "use a container ('container: true'), or read a server by its address ('url:' or"
                            + " PLUMBLINE_<TARGET>_URL)");
        }
        return new Release(
                engine,
                version,
                fullVersion,
                mebibytes,
                coordinates.replace("${arch}", platform.arch().equals("arm64") ? "arm64v8" : platform.arch()),
                platforms);
    }

    /** For messages and for names of folders in the cache. */
    @Override
    public String toString() {
        return engine + " " + fullVersion;
    }

    String folderName() {
        return engine + "-" + fullVersion;
    }

    private static List<Release> read() {
        try (InputStream stream = Objects.requireNonNull(Release.class.getResourceAsStream("/sandbox/releases.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(part -> new Release(
                            part[0],
                            part[1],
                            part[2],
                            Integer.parseInt(part[3]),
                            part[4],
                            List.of(part[5].split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
