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
import java.util.stream.Stream;

/**
 * Sentences that were said in English where the program has one language, in another one: what stands in
 * {@code report/sentences_<language>.txt} is replaced, what does not stays as it is, for a server's words are evidence.
 */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    /** How many characters of its own a sentence has at least that is looked for after the words of a rule. */
    private static final int DISTINCT = 20;

    /** What a sentence begins with is a name; words and a colon before it are someone else's. */
    private static final String NAME = "((?:(?!: ).)+?)";

    private final List<Sentence> sentences;

    /**
     * @param places which number each group of the pattern has in the translation
     * @param own how many characters it has but for its placeholders
     */
    private record Sentence(Pattern pattern, List<String> places, String translation, int own) {}

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
            pattern.append(Pattern.quote(said.substring(at, matcher.start())))
                    .append(matcher.start() == 0 ? NAME : "(.+?)");
            places.add(matcher.group(1));
            at = matcher.end();
        }
        pattern.append(Pattern.quote(said.substring(at)));
        return new Sentence(
                Pattern.compile(pattern.toString(), Pattern.DOTALL),
                places,
                translation,
                PLACEHOLDER.matcher(said).replaceAll("").length());
    }

    /**
     * The text in the other language, as far as it is known; reasons that are joined by semicolons one by one. What
     * follows a colon is looked up as well, for a rule's message in that language may end in a reason.
     */
    String of(String text) {
        if (sentences.isEmpty()) {
            return text;
        }
        return whole(text, 0).or(() -> afterColon(text)).orElseGet(() -> {
            if (!text.contains("; ")) {
                return text;
            }
            return String.join(
                    "; ",
                    Stream.of(text.split("; ", -1))
                            .map(part ->
                                    whole(part, 0).or(() -> afterColon(part)).orElse(part))
                            .toList());
        });
    }

    private Optional<String> afterColon(String text) {
        for (int colon = text.indexOf(": "); colon > 0; colon = text.indexOf(": ", colon + 2)) {
            Optional<String> rest = whole(text.substring(colon + 2), DISTINCT);
            if (rest.isPresent()) {
                return Optional.of(text.substring(0, colon + 2) + rest.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> whole(String text, int least) {
        for (Sentence sentence : sentences) {
            if (sentence.own() < least) {
                continue;
            }
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
