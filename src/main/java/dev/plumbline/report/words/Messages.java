package dev.plumbline.report.words;

import dev.plumbline.drift.Change;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Kind;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The words of the reports in one language, from {@code report/messages_<language>.properties}. Placeholders are
 * {@code {0}}, {@code {1}}; a counted thing has two keys, {@code name.one} and {@code name.other}.
 *
 * <p>Numbers and times are formed here and not by a {@link Locale}: its data changes with the JDK, and the same result
 * must give the same bytes.
 */
public final class Messages {

    public static final List<String> LANGUAGES = List.of("en", "es");

    /** Kinds whose facts hold a reason, which the messages of failing rules repeat. */
    private static final Set<String> REASONED = Set.of("coverage", "migration", "backup");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Messages ENGLISH = new Messages("en", ",", ".");
    private static final Messages SPANISH = new Messages("es", "\u202f", ",");

    private final String language;
    private final String thousands;
    private final String decimal;
    private final Properties texts = new Properties();
    private final Sentences sentences;

    private Messages(String language, String thousands, String decimal) {
        this.language = language;
        this.thousands = thousands;
        this.decimal = decimal;
        this.sentences = Sentences.in(language);
        String resource = "/report/messages_" + language + ".properties";
        try (InputStream in =
                Objects.requireNonNull(Messages.class.getResourceAsStream(resource), resource + " is not packaged")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException unless {@code language} is one of {@link #LANGUAGES} */
    public static Messages in(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "es" -> SPANISH;
            default -> throw new IllegalArgumentException("no texts in '" + language + "', only " + LANGUAGES);
        };
    }

    public String language() {
        return language;
    }

    /** @throws IllegalArgumentException if there is no such key: a bug of ours */
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + key + "' in '" + language + "'");
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /** The text for one or for several; {@code {0}} is the number. */
    public String count(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".other"), number(count));
    }

    /** In this language, or in the other one if it was not written in this one. */
    public String of(Bilingual text) {
        String own = text.in(language);
        return own.isBlank() ? text.en().isBlank() ? text.es() : text.en() : own;
    }

    /** What was said in English, as a reason is why something was not read, in this language as far as it is known. */
    public String said(String text) {
        return sentences.of(text);
    }

    /** What a verdict says; a reason inside it was perhaps said in English only. */
    public String message(Verdict verdict) {
        String message = of(verdict.message());
        return verdict.outcome() == Verdict.Outcome.NO_EVIDENCE
                        || REASONED.contains(verdict.path().kind())
                ? said(message)
                : message;
    }

    /** Grouped in threes from 10,000 on in Spanish, from 1,000 on in English. */
    public String number(long value) {
        String digits = Long.toString(value);
        if (language.equals("es") && Math.abs(value) < 10_000) {
            return digits;
        }
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", thousands);
    }

    /** Seconds with one decimal from one second on, else milliseconds. */
    public String duration(long millis) {
        if (millis < 1000) {
            return millis + "\u00a0ms";
        }
        long tenths = (millis + 50) / 100;
        return number(tenths / 10) + decimal + tenths % 10 + "\u00a0s";
    }

    public String micros(long micros) {
        long tenths = (micros + 50) / 100;
        return number(tenths / 10) + decimal + tenths % 10;
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    public String of(Verdict.Outcome outcome) {
        return text("outcome." + outcome.word());
    }

    public String of(Rule.Severity severity) {
        return text("severity." + word(severity));
    }

    public String of(Control.Level level) {
        return text("level." + word(level));
    }

    public String of(Control.Status status) {
        return text("status." + status.word());
    }

    public String of(Change.Type type) {
        return text("change." + type.word());
    }

    public String of(Kind.Impact impact) {
        return text("impact." + word(impact));
    }

    public String of(Coverage.Status status) {
        return text("coverage." + word(status));
    }

    /** A constant as class name, key and machine-readable word: {@code not-asked}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
