package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Names that end a quote, a comment, a line or a markup too early, or look like something else. */
public final class HostileNames {

    private static final List<String> NAMES = List.of(
            "single'quote",
            "double\"quote",
            "back`tick",
            "'",
            "\"",
            "`",
            "\"\"",
            "``",
            "''",
            "dot.ted",
            ".",
            ".leading dot",
            "new\nline",
            "tab\tbed",
            "carriage\r\nreturn",
            "bell\u0007",
            "delete\u007f",
            "nul\u0001escape\u001b[31m",
            "emoji \ud83d\ude80",
            "ñandú",
            "nandu\u0303",
            "漢字",
            "x".repeat(63),
            "漢".repeat(21),
            "select",
            "table",
            "user",
            "order",
            "null",
            "NULL",
            "true",
            "Twin",
            "twin",
            "TWIN",
            " leading space",
            "trailing space ",
            " ",
            "\u00a0",
            "\ufeffbom",
            "--comment",
            "-- comment\nx",
            "# hash",
            "/* open",
            "close */",
            "/*!50000 x */",
            "$$",
            "$body$",
            "$1",
            "?",
            ":name",
            "@at",
            "%s%n%",
            "100%",
            "_",
            "back\\slash",
            "\\",
            "\\'",
            "\\u0041",
            "<script>alert(1)</script>",
            "</td><svg/onload=alert(1)>",
            "&amp;",
            "]]>",
            "${x}",
            "${jndi:x}",
            "{{x}}",
            "#{x}",
            "::error::x",
            "| pipe |",
            "[link](javascript:x)",
            "; drop table x; --",
            "a,b",
            "a=b",
            "(paren)",
            "a b (int)",
            "[1]",
            "{brace}",
            "a/b",
            "a:b",
            "table:x.y",
            "*",
            "**",
            "~",
            "-",
            "0",
            "1a",
            "\u202ertl\u202c",
            "zero\u200bwidth",
            "\u2028separator");

    private HostileNames() {}

    /** All of them, each once. */
    public static List<String> all() {
        return NAMES;
    }

    public static List<String> where(Predicate<String> possible) {
        return NAMES.stream().filter(possible).toList();
    }

    /**
     * The text form of every path and of the whole is read back as what it was.
     *
     * @return what went wrong; nothing if all is well
     */
    public static List<String> roundTripFaults(Snapshot snapshot, Kinds kinds) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Fact fact : snapshot.facts()) {
            String text = fact.path().toString();
            if (text.indexOf('\n') >= 0 || !FactPath.parse(text).equals(fact.path())) {
                faults.add("the path is not read back as it was written: " + text);
            }
        }
        Path folder = Files.createTempDirectory("hostile");
        Path file = folder.resolve("snapshot.txt");
        try {
            StringBuilder text = new StringBuilder();
            snapshot.write(text);
            Files.writeString(file, text, StandardCharsets.UTF_8);
            Snapshot back = Snapshot.read(file, kinds);
            if (!same(snapshot, back)) {
                faults.add("the text is not read back as it was written");
            }
            Path parts = folder.resolve("parts");
            snapshot.writeFolder(parts);
            if (!same(snapshot, Snapshot.read(parts, kinds))) {
                faults.add("the folder is not read back as it was written");
            }
        } finally {
            deleteAll(folder);
        }
        assertThat(snapshot.facts()).isNotEmpty();
        return faults;
    }

    /** Identities such as oids are not written. */
    private static boolean same(Snapshot one, Snapshot other) {
        return one.digest().equals(other.digest())
                && Differ.compare(one, other).equal()
                && one.facts().stream()
                        .map(Fact::path)
                        .toList()
                        .equals(other.facts().stream().map(Fact::path).toList());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
