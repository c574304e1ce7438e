package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    @Test
    void folderIsMadeOnceHoweverManyAskAtOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        List<Future<Path>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> new Cache(folder).folder("server", 1, empty -> {
                made.incrementAndGet();
                Files.writeString(empty.resolve("file"), "whole");
            })));
        }
        for (Future<Path> answer : answers) {
            assertThat(answer.get().resolve("file")).hasContent("whole");
        }
        threads.shutdown();
        assertThat(made).hasValue(1);
    }

    @Test
    void twoProcessesUnpackIntoAnEmptyCacheTogether() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            programs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StartOnce.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process program : programs) {
            assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("PostgreSQL 17");
        }
        try (var names = Files.list(folder)) {
            assertThat(names).noneMatch(name -> name.toString().contains(".tmp"));
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws Exception {
        Path left = Files.createDirectory(folder.resolve("server.tmp123"));
        Files.writeString(left.resolve("half"), "a fi");
        Path made = new Cache(folder).folder("server", 1, empty -> Files.writeString(empty.resolve("file"), "whole"));
        assertThat(made.resolve("file")).hasContent("whole");
        assertThat(left).doesNotExist();
    }

    @Test
    void failureLeavesNothingAndTheNextTryWorks() {
        Cache cache = new Cache(folder);
        assertThatThrownBy(() -> cache.folder("server", 1, empty -> {
                    Files.writeString(empty.resolve("half"), "a fi");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("the disk is full");
        assertThat(folder.resolve("server")).doesNotExist();
        assertThat(cache.folder("server", 1, empty -> {})).isEmptyDirectory();
    }

    @Test
    void fullDiskIsToldBeforeUnpacking() {
        assertThatThrownBy(() -> new Cache(folder).folder("server", Integer.MAX_VALUE, empty -> {}))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("MiB left, server needs 2147483647")
                .hasMessageContaining("XDG_CACHE_HOME");
    }
}
