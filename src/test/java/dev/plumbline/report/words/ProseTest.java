package dev.plumbline.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.words.Prose.Block;
import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void statementsStayOnTheirLinesEvenIfARemarkFollowsTheLast() {
        String text = """
                COMMENT ON TABLE t IS '…';   -- PostgreSQL
                ALTER TABLE t COMMENT = '…';   -- MySQL""";
        assertThat(Prose.blocks(text)).containsExactly(new Block(true, text));
    }

    @Test
    void linesOfAParagraphAreOneText() {
        assertThat(Prose.blocks("Give it\na key.\n\nALTER TABLE t ADD PRIMARY KEY (id);"))
                .containsExactly(
                        new Block(false, "Give it a key."), new Block(true, "ALTER TABLE t ADD PRIMARY KEY (id);"));
    }
}
