package dev.plumbline.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** What stood in the command line for an option or a parameter, once it was looked at. */
final class Given<T> {

    private final ArgSpec spec;

    Given(ArgSpec spec) {
        this.spec = spec;
    }

    Optional<T> value() {
        return Optional.ofNullable(spec.<T>getValue());
    }

    T orElse(T usual) {
        return value().orElse(usual);
    }

    /** Of what must be there. */
    T get() {
        return value().orElseThrow();
    }
}
