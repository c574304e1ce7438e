package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Problem;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import dev.plumbline.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration finds what is planted, all of it, and nothing else: its report is held against {@code planted.yaml}
 * both ways. It is run once, as a user would, so that the list cannot be bent to what a part of the program says.
 */
class DemoTest {

    private static final Path TWIN = Path.of("src/test/iact-bad");

    /** What the certificate of a migration says when there is nothing to look at. */
    private static final Set<String> GOOD_PROOFS = Set.of("proven", "repeatable");

    @TempDir
    Path folder;

    @Test
    void findsWhatIsPlantedAndNothingElse() throws Exception {
        String home = System.setProperty(
                "plumbline.home", Path.of("").toAbsolutePath().toString());
        Terminal demo;
        try {
            demo = Terminal.run("demo", "--quiet", "--reports", folder.toString());
        } finally {
            if (home == null) {
                System.clearProperty("plumbline.home");
            } else {
                System.setProperty("plumbline.home", home);
            }
        }
        assertThat(demo.code()).as(demo.err()).isEqualTo(1);
        assertThat(folder.resolve("index.html")).exists();

        Found found = Found.in(JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json"))));
        List<String> lost = new ArrayList<>();
        Set<String> claimed = new TreeSet<>();
        planted().forEach((id, lines) -> {
            for (String line : lines) {
                Set<String> matches = found.matching(line);
                if (matches.isEmpty()) {
                    lost.add(id + ": " + line);
                }
                claimed.addAll(matches);
            }
        });
        Set<String> unclaimed = new TreeSet<>(found.all());
        unclaimed.removeAll(claimed);

        assertThat(lost.isEmpty() && unclaimed.isEmpty())
                .as(
                        "planted and not found:%n%s%nfound and not planted:%n%s",
                        String.join("\n", lost), String.join("\n", unclaimed))
                .isTrue();
    }

    @Test
    void eachFaultIsInTheFileItIsSaidToBeIn() throws Exception {
        List<String> astray = new ArrayList<>();
        for (YamlValue.Mapping entry : entries()) {
            String id = text(entry, "id");
            Path file = TWIN.resolve(text(entry, "where"));
            // What is the absence of something, and what the good tree has, cannot be marked in a file.
            if (!Files.exists(file)
                    || (id.startsWith("drift-") && !Files.readString(file).contains("-- " + id + ":"))) {
                astray.add(id + " in " + file);
            }
        }
        List<String> ids = entries().stream().map(e -> text(e, "id")).toList();
        try (Stream<Path> files = Files.list(TWIN.resolve("drift"))) {
            for (Path file : files.toList()) {
                Pattern.compile("(?m)^-- (drift-[a-z0-9-]+):")
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> astray.add(id + " is not listed"));
            }
        }

        assertThat(astray).isEmpty();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static Map<String, List<String>> planted() {
        Map<String, List<String>> planted = new LinkedHashMap<>();
        for (YamlValue.Mapping entry : entries()) {
            List<String> lines = items(entry.entries().get("expect")).stream()
                    .map(line -> ((YamlValue.Scalar) line).text())
                    .toList();
            assertThat(lines).as(text(entry, "id")).isNotEmpty();
            planted.put(text(entry, "id"), lines);
        }
        return planted;
    }

    private static List<YamlValue.Mapping> entries() {
        List<Problem> problems = new ArrayList<>();
        YamlMap file = YamlFile.read(TWIN.resolve("planted.yaml"), "planted.yaml", problems)
                .orElseThrow(() -> new AssertionError(problems));
        return items(file.value("planted").orElseThrow()).stream()
                .map(YamlValue.Mapping.class::cast)
                .toList();
    }

    private static List<YamlValue> items(YamlValue value) {
        return ((YamlValue.Sequence) value).items();
    }

    private static String text(YamlValue.Mapping entry, String key) {
        return ((YamlValue.Scalar) entry.entries().get(key)).text();
    }

    /**
     * What a report says, in the words of {@code planted.yaml}.
     *
     * @param ofChanges findings of rules that judge changes, by the path of what changed
     */
    private record Found(Set<String> all, Map<String, Set<String>> ofChanges) {

        static Found in(JsonNode report) {
            Set<String> changeRules = new TreeSet<>();
            report.get("rules").forEach(rule -> {
                if (rule.get("for").asString().equals("change")) {
                    changeRules.add(rule.get("id").asString());
                }
            });
            Set<String> all = new TreeSet<>();
            Map<String, Set<String>> ofChanges = new TreeMap<>();
            for (JsonNode judgement : report.get("judgements")) {
                String rule = judgement.get("rule").asString();
                for (JsonNode finding : judgement.get("findings")) {
                    String outcome = finding.get("outcome").asString();
                    String path = finding.get("path").asString();
                    String line = (outcome.equals("fail") ? "finding " : outcome + " ") + rule + " " + path;
                    all.add(line);
                    if (changeRules.contains(rule)) {
                        ofChanges.computeIfAbsent(path, p -> new TreeSet<>()).add(line);
                    }
                }
            }
            for (JsonNode target : report.get("targets")) {
                for (JsonNode change : target.get("drift").get("changes")) {
                    JsonNode attribute = change.get("attribute");
                    String what =
                            attribute == null || attribute.asString("").isEmpty() ? "" : attribute.asString() + " ";
                    all.add("change " + change.get("type").asString() + " " + what
                            + change.get("path").asString());
                }
            }
            for (JsonNode proof : report.get("proofs")) {
                String status = proof.get("status").asString();
                if (!GOOD_PROOFS.contains(status)) {
                    all.add("proof " + status + " " + proof.get("target").asString() + " "
                            + proof.get("migration").asString());
                }
            }
            return new Found(all, ofChanges);
        }

        Set<String> matching(String expectation) {
            Pattern pattern = Pattern.compile(
                    Stream.of(expectation.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
            Set<String> matches = new TreeSet<>();
            for (String line : all) {
                if (pattern.matcher(line).matches()) {
                    matches.add(line);
                    if (line.startsWith("change ")) {
                        ofChanges.forEach((path, findings) -> {
                            if (line.endsWith(" " + path)) {
                                matches.addAll(findings);
                            }
                        });
                    }
                }
            }
            return matches;
        }
    }
}
