package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.words.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        assertThat(placeholders("es")).isEqualTo(placeholders("en"));
    }

    @Test
    void numbersAreGroupedAsEachLanguageDoes() {
        assertThat(Messages.in("en").number(1234567)).isEqualTo("1,234,567");
        assertThat(Messages.in("en").number(999)).isEqualTo("999");
        assertThat(Messages.in("es").number(1234)).isEqualTo("1234");
        assertThat(Messages.in("es").number(1234567)).isEqualTo("1\u202f234\u202f567");
        assertThat(Messages.in("es").duration(12_345)).isEqualTo("12,3\u00a0s");
        assertThat(Messages.in("en").micros(12_345)).isEqualTo("12.3");
    }

    private static Map<String, Long> placeholders(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTest.class.getResourceAsStream("/report/messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, Long> keys = new TreeMap<>();
        texts.forEach((key, value) -> keys.put(
                key.toString(),
                Pattern.compile("\\{\\d}")
                        .matcher(value.toString())
                        .results()
                        .map(r -> r.group())
                        .distinct()
                        .count()));
        return keys;
    }
}
