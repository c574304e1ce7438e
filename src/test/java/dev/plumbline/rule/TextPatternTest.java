package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    private static final String[] PIECES = {
        "a", "b", "_", "[ab]", "[a-c]", "[a-z_]", "[a-]", "[]a]", "[^a]", "\\d", "\\w", "\\.", ".", "(a|b)", "-",
        "[\\w-]", "[0-9]", "é", "[_a-b]", "x"
    };
    private static final String[] QUANTIFIERS = {"", "", "", "+", "*", "?", "{2}", "+?"};

    @Test
    void directMatchingAgreesWithRe2() {
        Random random = new Random(7);
        int direct = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(5) > 0 ? "^" : "");
            for (int n = random.nextInt(5); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)])
                        .append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
            }
            text.append(random.nextBoolean() ? "$" : "");
            Pattern expected;
            try {
                expected = Pattern.compile(text.toString());
            } catch (PatternSyntaxException e) {
                continue;
            }
            TextPattern actual = TextPattern.compile(text.toString());
            direct += actual.isDirect() ? 1 : 0;
            for (int n = 0; n < 20; n++) {
                StringBuilder name = new StringBuilder();
                for (int c = random.nextInt(6); c > 0; c--) {
                    name.append("aabbc_.-x09é\n]".charAt(random.nextInt(14)));
                }
                assertThat(actual.find(name.toString()))
                        .as("%s on %s", text, name)
                        .isEqualTo(expected.matcher(name.toString()).find());
            }
        }
        assertThat(direct).isGreaterThan(3000);
    }

    @Test
    void whatChecksANameIsMatchedDirectly() {
        assertThat(TextPattern.compile("^[a-z_]+$").isDirect()).isTrue();
        assertThat(TextPattern.compile("^(idx|uk)_").isDirect()).isFalse();
    }
}
