package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Mac OS X,   aarch64, false, postgresql, macos-arm64",
        "Mac OS X,   x86_64,  false, cassandra,  macos-amd64",
        "Windows 11, amd64,   false, mariadb,    windows-amd64",
        "Linux,      amd64,   true,  postgresql, linux-musl-amd64",
        "Linux,      aarch64, false, mariadb,    linux-arm64",
        "Linux,      aarch64, false, mysql,      linux-arm64",
        "Linux,      riscv64, false, postgresql, linux-riscv64",
        "FreeBSD,    amd64,   false, postgresql, freebsd-amd64"
    })
    void aMachineWithoutBinariesIsToldWhatToUseInstead(
            String os, String arch, boolean musl, String engine, String name) {
        Release release = Release.of(new Request(engine, ""));
        assertThatThrownBy(() -> release.on(Platform.of(os, arch, musl)))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("sandbox " + release + ": there is no embedded " + engine + " for " + name)
                .hasMessageContaining("'container: true'")
                .hasMessageContaining("PLUMBLINE_<TARGET>_URL");
    }

    @Test
    void theBinariesAreThoseOfTheMachine() {
        Release release = Release.of(new Request("postgresql", "17"));
        assertThat(release.on(Platform.of("Linux", "aarch64", false)).coordinates())
                .endsWith("-linux-arm64v8:17.11.0");
        assertThat(release.on(Platform.of("Linux", "amd64", false)).coordinates())
                .endsWith("-linux-amd64:17.11.0");
    }
}
