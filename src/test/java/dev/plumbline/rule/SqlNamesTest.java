package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | total | total
            postgresql | _total | "_total"
            postgresql | Total | "Total"
            postgresql | user | "user"
            postgresql | a-b | "a-b"
            postgresql | a"b | "a""b"
            cassandra | token | "token"
            cassandra | Total | "Total"
            mysql | Total | Total
            mysql | rank | `rank`
            mysql | a-b | `a-b`
            mysql | a`b | `a``b`
            mariadb | año | `año`
            sqlite | Total | "Total"
            """)
    void namesAreInQuotesIfTheyNeedThem(String engine, String name, String written) {
        assertThat(SqlNames.quoted(engine, name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | public | t | t
            postgresql | ~~ | t | t
            postgresql | Audit | t | "Audit".t
            mysql | public | rank | public.`rank`
            cassandra | shop | t | shop.t
            """)
    void theSchemaStandsBeforeTheNameUnlessItIsSearchedAnyway(
            String engine, String schema, String name, String written) {
        assertThat(SqlNames.quoted(engine, schema, name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mysql | app@% | 'app'@'%'
            mysql | a@b@10.0.% | 'a@b'@'10.0.%'
            mysql | o'x@h | 'o''x'@'h'
            mariadb | reader | reader
            postgresql | app | app
            postgresql | App@x | "App@x"
            postgresql | PUBLIC | PUBLIC
            """)
    void accountsAreWrittenAsTheirEngineWantsThem(String engine, String name, String written) {
        assertThat(SqlNames.account(engine, name)).isEqualTo(written);
    }
}
