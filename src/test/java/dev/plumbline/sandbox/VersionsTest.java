package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("versions")
class VersionsTest {

    static List<Release> releases() {
        return Release.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void serverIsOfTheVersionThatWasAskedFor(Release release) throws Exception {
        Request request = new Request(release.engine(), release.version());
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(request)) {
            assertThat(sandbox.version()).isEqualTo(release.fullVersion()).startsWith(release.version() + ".");
            assertThat(Answers.version(sandbox)).contains(release.fullVersion());
        }
    }
}
