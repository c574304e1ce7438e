package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {

    private final Cel cel = new Cel(Shop.KINDS);
    private final Node orders = Shop.world().targets().get(0).nodes("table").stream()
            .filter(n -> n.fact().name().equals("orders"))
            .findFirst()
            .orElseThrow();

    static List<String> examples() {
        return Functions.common().stream().map(Functions.Function::example).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleOfEveryFunctionIsTrue(String example) {
        assertThat(eval(example)).isEqualTo(true);
    }

    @Test
    void everyFunctionStandsInTheDocumentation() throws IOException {
        String documentation = Files.readString(Path.of("docs/writing-rules.md"));
        assertThat(Functions.common()).allSatisfy(f -> assertThat(documentation).contains(f.name() + "("));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            words('HTTPServer')           | [http, server]
            words('idMembreséAño')        | [id, membresé, año]
            words('__a--b')               | [a, b]
            snake_case('_a')              | false
            snake_case('a_')              | false
            snake_case('1a')              | false
            snake_case('')                | false
            reserved('USER')              | true
            reserved('user', 'mysql')     | false
            reserved('token', 'cassandra')| true
            reserved('select', 'oracle')  | true
            age_days('2026-11-22')        | 0
            age_days('2026-11-23')        | -1
            age_days('2026-11-21T12:00:00Z') | 1
            age_days('2026-11-21 14:00:01+02') | 0
            age_days('2025-11-22T13:00:00+01:00') | 365
            seconds_between('2026-11-21T23:59:30Z', '2026-11-22') | 30
            seconds_between('2026-11-22T13:00:00+01:00', '2026-11-22T11:59:59Z') | -1
            'a,b,'.split(',')             | [a, b, ]
            duplicates([1, 2, 1, 2, 3])   | [1, 2]
            first(['a'], 5)               | [a]
            first(['a'], -1)              | []
            table_at('relative').schema == '' | true
            table_at('table:.relative').name  | relative
            table_at('public.orders') == table | true
            exists('column:public.orders.id') | true
            exists('column:public.orders.no') | false
            has(table.options.fillfactor) | true
            table.columns[1].name         | total
            table.columns[0].of_table == table | true
            table.columns[0].grants[0].of_path | column:public.orders.id
            target.major * 100 + target.minor | 1504
            project.settings[0].target    | project
            """)
    void functionsAndFieldsDoWhatTheySay(String expression, String expected) {
        assertThat(CelValues.text(eval(expression))).isEqualTo(expected.replaceAll("^\\[|]$", ""));
    }

    private Object eval(String text) {
        List<Problem> problems = new ArrayList<>();
        Expression expression = cel.compile(
                        text, new Cel.Scope("table", Map.of()), o -> new Yaml.Place(text, 1, o + 1), problems)
                .orElseThrow(() -> new AssertionError(problems));
        return expression.eval(orders);
    }
}
