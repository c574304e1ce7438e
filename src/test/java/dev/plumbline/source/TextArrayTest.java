package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextArrayTest {

    @Test
    void elementsAreReadAsTheServerWritesThem() {
        assertThat(TextArray.list("{}")).isEmpty();
        assertThat(TextArray.list("{a,b c,NULL}")).containsExactly("a", "b c", "null");
        assertThat(TextArray.list("{\"a,b\",\"\",\"NULL\",\"{}\"}")).containsExactly("a,b", "", "NULL", "{}");
        assertThat(TextArray.list("{\"say \\\"yes\\\"\",\"back\\\\slash\",x}"))
                .containsExactly("say \"yes\"", "back\\slash", "x");
        assertThat(TextArray.list("[0:1]={\"a=b\",c}")).containsExactly("a=b", "c");
        assertThat(TextArray.list("{\"größe 💾\",\"line\nbreak\"}")).containsExactly("größe 💾", "line\nbreak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "{", "{{a},{b}}", "{a", "[0:1]"})
    void whatIsNoListOfTextsIsRefused(String text) {
        assertThatThrownBy(() -> TextArray.list(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
