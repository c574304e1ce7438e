package dev.plumbline.sandbox;

import java.util.Locale;
import java.util.Optional;

/**
 * Which disposable server is wanted.
 *
 * @param engine {@code postgresql}, {@code mysql}, {@code mariadb} or {@code cassandra}
 * @param version as configuration names it, for instance {@code 17}, {@code 11.4} or {@code 5.0}; empty for the default
 * @param container whether the server runs in a container instead of as an embedded process
 * @param image the container's image; empty for the official image of the engine and version
 */
public record Request(String engine, String version, boolean container, Optional<String> image) {

    public Request {
        engine = engine.strip().toLowerCase(Locale.ROOT);
        version = version.strip();
    }

    /** An embedded server; an empty version stands for the engine's default. */
    public Request(String engine, String version) {
        this(engine, version, false, Optional.empty());
    }

    /** The same server from an image; an empty image stands for the official one. */
    public Request inContainer(String image) {
        return new Request(engine, version, true, Optional.of(image).filter(name -> !name.isBlank()));
    }

    /** Engine and version for messages, for instance {@code postgresql 17}. */
    @Override
    public String toString() {
        return version.isEmpty() ? engine : engine + " " + version;
    }
}
