package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT t.a, t.b FROM s.t WHERE (t.a > 5) | SELECT a, b FROM s.t WHERE (a > 5)",
                "SELECT x.a FROM s.t x ORDER BY x.a | SELECT a FROM s.t x ORDER BY a",
                "SELECT t.a FROM s.t, s.u | SELECT t.a FROM s.t, s.u",
                "SELECT t.a FROM (s.t JOIN s.u ON ((t.a = u.a))) | SELECT t.a FROM (s.t JOIN s.u ON ((t.a = u.a)))",
                "SELECT t.a FROM s.t WHERE (EXISTS ( SELECT 1 FROM s.u WHERE (u.a = t.a))) | SELECT a FROM s.t WHERE (EXISTS ( SELECT 1 FROM s.u WHERE (u.a = t.a)))",
                "SELECT t.a FROM s.t UNION SELECT t.a FROM s.t | SELECT t.a FROM s.t UNION SELECT t.a FROM s.t",
                "SELECT 't.a' AS q, t.a FROM s.t | SELECT 't.a' AS q, a FROM s.t",
                "SELECT \"T x\".a FROM s.\"T x\" | SELECT a FROM s.\"T x\"",
                "SELECT g.g FROM generate_series(1, 2) g(g) | SELECT g FROM generate_series(1, 2) g(g)",
                "SELECT q.a FROM ( SELECT q.a FROM s.q) q | SELECT a FROM ( SELECT q.a FROM s.q) q",
                "SELECT t.*::s.t AS w FROM s.t | SELECT t.*::s.t AS w FROM s.t",
                "SELECT count(*) AS n FROM s.t TABLESAMPLE bernoulli ('1'::real) WHERE (t.a > 1) | SELECT count(*) AS n FROM s.t TABLESAMPLE bernoulli ('1'::real) WHERE (a > 1)",
            })
    void aViewOverOneTableNamesItsColumnsBare(String older, String newer) {
        assertThat(Qualifiers.drop(older)).isEqualTo(newer);
    }
}
