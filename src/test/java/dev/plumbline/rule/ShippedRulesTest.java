package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Catalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    private static final RuleBook BOOK =
            RuleBook.load(List.of(new PackPlace(Path.of("rules"))), RuleSettings.NONE, Catalog.allKinds());

    @Test
    void everyExampleReachesItsOutcome() {
        assertThat(BOOK.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(BOOK.examples(rule.id())).isGreaterThan(1));
        assertThat(BOOK.test()).isEmpty();
    }

    @Test
    void everyChangedOperatorOrConstantIsNoticedByAnExample() {
        List<RuleBook.Mutant> survivors = BOOK.rules().parallelStream()
                .flatMap(rule -> BOOK.mutate(rule.id()).survivors().stream())
                .toList();
        assertThat(survivors).isEmpty();
    }
}
