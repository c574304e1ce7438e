package dev.plumbline.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that were said in English where the program has one language, in another one: what stands in
 * {@code report/sentences_<language>.txt} is replaced, what does not stays as it is, for a server's words are evidence.
 */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final List<Sentence> sentences;

    /** @param places which number each group of the pattern has in the translation */
    private record Sentence(Pattern pattern, List<String> places, String translation) {}

    private Sentences(List<Sentence> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /** None for English, in which they are said. */
    static Sentences in(String language) {
        try (InputStream in = Sentences.class.getResourceAsStream("/report/sentences_" + language + ".txt")) {
            if (in == null) {
                return new Sentences(List.of());
            }
            List<Sentence> sentences = new ArrayList<>();
            String said = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("  ")) {
                    sentences.add(sentence(said, line.strip()));
                } else if (!line.startsWith("#")) {
                    said = line;
                }
            }
            return new Sentences(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentence sentence(String said, String translation) {
        StringBuilder pattern = new StringBuilder();
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(said);
        int at = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(said.substring(at, matcher.start()))).append("(.+?)");
            places.add(matcher.group(1));
            at = matcher.end();
        }
        pattern.append(Pattern.quote(said.substring(at)));
        return new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, translation);
    }

    /** The text in the other language, as far as it is known; reasons that are joined by semicolons one by one. */
    String of(String text) {
        return whole(text).orElseGet(() -> {
            if (sentences.isEmpty() || !text.contains("; ")) {
                return text;
            }
            return String.join(
                    "; ",
                    List.of(text.split("; ", -1)).stream()
                            .map(part -> whole(part).orElse(part))
                            .toList());
        });
    }

    private Optional<String> whole(String text) {
        for (Sentence sentence : sentences) {
            Matcher matcher = sentence.pattern().matcher(text);
            if (matcher.matches()) {
                // In one pass, so that a value that looks like a placeholder stays what it is.
                return Optional.of(PLACEHOLDER.matcher(sentence.translation()).replaceAll(found -> {
                    int group = sentence.places().indexOf(found.group(1)) + 1;
                    String value = matcher.group(group);
                    // A single word is a name: a role, a file, a kind.
                    return Matcher.quoteReplacement(value.contains(" ") ? of(value) : value);
                }));
            }
        }
        return Optional.empty();
    }
}
