package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineLinesTest {

    private static final String FIX = """
            UPDATE t SET a = 1;
            ALTER TABLE t ALTER a SET NOT NULL;   -- PostgreSQL
            ALTER TABLE t MODIFY a INT NOT NULL;   -- MySQL, MariaDB; a line of its own""";

    @Test
    void aFixHoldsTheStatementsOfItsEngineOnly() {
        assertThat(of(FIX, "postgresql")).isEqualTo("UPDATE t SET a = 1;\nALTER TABLE t ALTER a SET NOT NULL;");
        assertThat(of(FIX, "mariadb"))
                .isEqualTo("UPDATE t SET a = 1;\nALTER TABLE t MODIFY a INT NOT NULL;   -- a line of its own");
    }

    @Test
    void whereNoLineIsForTheEngineAllStay() {
        assertThat(of(FIX, "cassandra")).isEqualTo(FIX);
        assertThat(of("Remove it, or rename it.", "mysql")).isEqualTo("Remove it, or rename it.");
    }

    private static String of(String text, String engine) {
        Bilingual kept = EngineLines.of(new Bilingual(text, text), engine);
        assertThat(kept.es()).isEqualTo(kept.en());
        return kept.en();
    }
}
