package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenArtifactsTest {

    private static final String COORDINATES = "org.example:server:1.0";
    private static final byte[] JAR = "a server".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path remoteJar;

    @BeforeEach
    void publish() throws Exception {
        remoteJar = folder.resolve("remote/org/example/server/1.0/server-1.0.jar");
        Files.createDirectories(remoteJar.getParent());
        Files.write(remoteJar, JAR);
        String sha1 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(JAR));
        Files.writeString(Path.of(remoteJar + ".sha1"), sha1);
    }

    @Test
    void fileComesThroughTheUsersMirrorIntoTheUsersLocalRepository() throws Exception {
        Path jar = artifacts(false).jar(COORDINATES);
        assertThat(jar).startsWith(folder.resolve("local")).hasBinaryContent(JAR);
    }

    @Test
    void installationsSettingsCountWhereTheUserSaysNothing() throws Exception {
        Path global = settings(false);
        Path none = folder.resolve("no-settings.xml");
        MavenArtifacts artifacts = new MavenArtifacts(MavenSettings.read(none, Optional.of(global)), Progress.SILENT);
        assertThat(artifacts.jar(COORDINATES)).startsWith(folder.resolve("local"));
    }

    @Test
    void fileWithAWrongChecksumIsRefused() throws Exception {
        Files.writeString(Path.of(remoteJar + ".sha1"), "0".repeat(40));
        MavenArtifacts artifacts = artifacts(false);
        assertThatThrownBy(() -> artifacts.jar(COORDINATES))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("Maven artefact org.example:server:1.0: cannot be fetched")
                .hasMessageContaining("Checksum");
    }

    @Test
    void fileWithoutAChecksumIsRefused() throws Exception {
        Files.delete(Path.of(remoteJar + ".sha1"));
        MavenArtifacts artifacts = artifacts(false);
        assertThatThrownBy(() -> artifacts.jar(COORDINATES)).isInstanceOf(ProblemsException.class);
    }

    @Test
    void missingFileTellsWhichAndWhatWasAsked() throws Exception {
        MavenArtifacts artifacts = artifacts(false);
        assertThatThrownBy(() -> artifacts.jar("org.example:other:2.0"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("Maven artefact org.example:other:2.0")
                .hasMessageContaining(folder.resolve("remote").toUri().toString())
                .hasMessageContaining("mvn dependency:get -Dartifact=org.example:other:2.0");
    }

    @Test
    void offlineUsesWhatIsThereAndSaysSoOtherwise() throws Exception {
        MavenArtifacts offline = artifacts(true);
        assertThatThrownBy(() -> offline.jar(COORDINATES))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("Maven's settings say offline");
        artifacts(false).jar(COORDINATES);
        assertThat(artifacts(true).jar(COORDINATES)).hasBinaryContent(JAR);
    }

    @Test
    void brokenSettingsAreNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<settings><mirrors></settings>");
        assertThatThrownBy(() -> MavenSettings.read(broken, Optional.empty()))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("broken.xml: Maven's settings cannot be read");
    }

    private MavenArtifacts artifacts(boolean offline) throws IOException {
        return new MavenArtifacts(MavenSettings.read(settings(offline), Optional.empty()), Progress.SILENT);
    }

    private Path settings(boolean offline) throws IOException {
        return Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <offline>%s</offline>
                  <mirrors>
                    <mirror><id>ours</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(
                folder.resolve("local"), offline, folder.resolve("remote").toUri()));
    }
}
