package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsCommandTest {

    @Test
    void printsTheScriptForTheNamedAccountAndDatabase() {
        Terminal terminal = Terminal.run("grants", "postgresql", "--account", "a\"b", "--database", "shop");

        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("GRANT CONNECT ON DATABASE \"shop\" TO \"a\"\"b\";");
    }

    @Test
    void anUnderscoreOfASchemaStandsForItselfAlone() {
        assertThat(Terminal.run("grants", "mariadb", "--database", "a_b").out())
                .contains("GRANT SELECT ON `a\\_b`.* TO `plumbline`@`%`;");
        assertThat(Terminal.run("grants", "mariadb").out())
                .contains("GRANT SELECT ON *.* TO `plumbline`@`%`;")
                .doesNotContain("ON mysql.*");
    }

    @Test
    void theScriptFitsTheVersionOfTheServer() {
        assertThat(Terminal.run("grants", "mysql", "--database", "shop").out())
                .contains("GRANT SHOW_ROUTINE ON *.*", "GRANT SELECT ON `shop`.*", "GRANT SELECT ON mysql.*")
                .doesNotContain("GRANT SELECT ON *.*");
        assertThat(Terminal.run("grants", "mysql", "--database", "shop", "--server-version", "8.0.15")
                        .out())
                .contains("GRANT SELECT ON *.*")
                .doesNotContain("SHOW_ROUTINE", "GRANT SELECT ON mysql", "GRANT SELECT ON `shop`");
        assertThat(Terminal.run("grants", "mysql", "--database", "shop", "--server-version", "5.7")
                        .out())
                .contains("GRANT SELECT ON mysql.*", "GRANT SELECT ON `shop`.*")
                .doesNotContain("SHOW_ROUTINE", "GRANT SELECT ON *.*");
        assertThat(Terminal.run("grants", "cassandra", "--server-version", "4.1")
                        .out())
                .doesNotContain("cidr_permissions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql", "cassandra"})
    void noScriptHoldsAPlaceholderOrACondition(String engine) {
        String out = Terminal.run("grants", engine, "--account", "me").out();

        assertThat(out).doesNotContain("${", "-- [").contains("me");
        assertThat(out.lines()).allMatch(line -> line.isEmpty() || line.startsWith("--") || line.endsWith(";"));
        assertThat(out.lines().filter(line -> !line.startsWith("--"))).noneMatch(line -> line.contains("PASSWORD"));
    }

    @Test
    void anUnknownEngineIsWrongUsageAndTheNearestIsNamed() {
        Terminal terminal = Terminal.run("grants", "postgres");

        assertThat(terminal.code()).isEqualTo(64);
        assertThat(terminal.err()).contains("did you mean 'postgresql'?");
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        assertThat(Terminal.run("grants", "postgresql").err()).contains("--database NAME");
        assertThat(Terminal.run("grants", "cassandra", "--database", "shop").err())
                .contains("leave out --database");
        assertThat(Terminal.run("grants", "mysql", "--server-version", "new").err())
                .contains("8.0.15");
        Terminal split = Terminal.run("grants", "mysql", "--account", "a\nDROP DATABASE shop;");
        assertThat(split.code()).isEqualTo(64);
        assertThat(split.out()).isEmpty();
    }
}
