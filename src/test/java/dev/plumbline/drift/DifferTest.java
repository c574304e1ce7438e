package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Samples;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferTest {

    private final Snapshot orders = Samples.orders().snapshot();

    @Test
    void aSnapshotEqualsItself() {
        assertThat(Differ.compare(orders, orders).equal()).isTrue();
    }

    @Test
    void equalFactsOfUnlikeEnginesAreNotEqual() {
        Snapshot other = new Snapshot("cassandra", orders.kinds(), orders.facts(), orders.coverage());

        Drift drift = Differ.compare(orders, other);

        assertThat(drift.changes()).isEmpty();
        assertThat(drift.equal()).isFalse();
        assertThat(drift.uncompared().get("engine")).contains(orders.engine(), "cassandra");
    }

    @Test
    void oneChangedAttributeIsOneChange() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.orders", "owner", "app", "comment", "Orders,\nand \"more\"")
                .fact(Samples.COLUMN, "public.orders.id", "position", 1, "type", "bigint", "nullable", false)
                .fact(Samples.COLUMN, "public.orders.total", "position", 2, "type", "numeric(12,2)")
                .fact(Samples.COLUMN, "public.orders.note", "position", 3, "type", "text", "default", "''::text")
                .fact(Samples.INDEX, "public.orders.orders_pkey", "columns", List.of("id"), "valid", false)
                .fact(Samples.GRANT, "table.public.orders.reader", "privileges", List.of("SELECT", "UPDATE"))
                .snapshot();
        assertThat(Differ.compare(orders, actual).changes())
                .extracting(Change::toString)
                .containsExactly(
                        "changed index:public.orders.orders_pkey valid: true -> false",
                        "changed column:public.orders.total type: numeric(10,2) -> numeric(12,2)",
                        "changed grant:table.public.orders.reader privileges: [SELECT] -> [SELECT, UPDATE]");
    }

    @Test
    void aMissingTableIsOneChangeWhateverHungOnIt() {
        assertThat(Differ.compare(orders, new Samples().snapshot()).changes())
                .extracting(Change::toString)
                .containsExactly("missing table:public.orders (and 5 parts)");
        assertThat(Differ.compare(new Samples().snapshot(), orders).changes())
                .extracting(Change::toString)
                .containsExactly("unexpected table:public.orders (and 5 parts)");
    }

    @Test
    void aNewColumnInTheMiddleMovesNobody() {
        Snapshot actual = Samples.orders()
                .fact(Samples.COLUMN, "public.orders.currency", "position", 2, "type", "text")
                .snapshot();
        assertThat(Differ.compare(orders, actual).changes())
                .extracting(Change::toString)
                .containsExactly("unexpected column:public.orders.currency");
    }

    @Test
    void aMovedColumnIsOneChangeOfOrder() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.orders", "owner", "app", "comment", "Orders,\nand \"more\"")
                .fact(Samples.COLUMN, "public.orders.note", "position", 1, "type", "text", "default", "''::text")
                .fact(Samples.COLUMN, "public.orders.id", "position", 2, "type", "bigint", "nullable", false)
                .fact(Samples.COLUMN, "public.orders.total", "position", 3, "type", "numeric(10,2)")
                .fact(Samples.INDEX, "public.orders.orders_pkey", "columns", List.of("id"))
                .fact(Samples.GRANT, "table.public.orders.reader", "privileges", List.of("SELECT"))
                .snapshot();
        assertThat(Differ.compare(orders, actual).changes())
                .extracting(Change::toString)
                .containsExactly("changed column:public.orders.note position: 3 -> 1");
    }

    @Test
    void aRenamedColumnIsOneChangeAndWhatNamesItFollows() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.orders", "owner", "app", "comment", "Orders,\nand \"more\"")
                .fact(Samples.COLUMN, "public.orders.order_id", "position", 1, "type", "bigint", "nullable", false)
                .fact(Samples.COLUMN, "public.orders.total", "position", 2, "type", "numeric(10,2)")
                .fact(Samples.COLUMN, "public.orders.note", "position", 3, "type", "text", "default", "''::text")
                .fact(Samples.INDEX, "public.orders.orders_pkey", "columns", List.of("order_id"))
                .fact(Samples.GRANT, "table.public.orders.reader", "privileges", List.of("SELECT"))
                .snapshot();
        assertThat(Differ.compare(orders, actual).changes())
                .extracting(Change::toString)
                .containsExactly("renamed column:public.orders.id -> column:public.orders.order_id"
                        + " (100 % of its definition is equal)");
    }

    @Test
    void aTableThatTheServerKnowsAsTheSameIsRenamedWithItsParts() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.purchases", "owner", "other", "oid", 16384)
                .fact(Samples.COLUMN, "public.purchases.id", "position", 1, "type", "bigint", "nullable", false)
                .snapshot();
        assertThat(Differ.compare(orders, actual).changes())
                .extracting(Change::type)
                .contains(Change.Type.RENAMED)
                .doesNotContain(Change.Type.UNEXPECTED);
    }

    @Test
    void whatCouldNotBeReadIsNotCompared() {
        Snapshot actual = new Samples()
                .covered("table", Coverage.Status.DENIED, "no privilege")
                .covered("grant", Coverage.Status.READ, "")
                .snapshot();
        Drift drift = Differ.compare(orders, actual);
        assertThat(drift.uncompared()).containsOnlyKeys("table");
        assertThat(drift.equal()).isFalse();
        assertThat(drift.changes()).extracting(c -> c.path().kind()).doesNotContain("table");
    }

    @Test
    void aTableLostAndAnAlikeOneFoundTwiceIsNoRename() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.a", "owner", "app")
                .fact(Samples.TABLE, "public.b", "owner", "app")
                .snapshot();
        Snapshot expected =
                new Samples().fact(Samples.TABLE, "public.c", "owner", "app").snapshot();
        assertThat(Differ.compare(expected, actual).changes())
                .extracting(Change::toString)
                .containsExactly("unexpected table:public.a", "unexpected table:public.b", "missing table:public.c");
    }

    @Test
    void anIgnoredChangeIsCountedNotLost() {
        Drift drift = Differ.compare(orders, new Samples().snapshot())
                .ignoring(List.of(IgnoreRule.of("table:public.*", "*", "known")));
        assertThat(drift.changes()).isEmpty();
        assertThat(drift.ignored()).hasSize(1);
    }

    @Test
    void anAspectThatIsSwitchedOffIsCountedAndSaysWhy() {
        Snapshot actual = new Samples()
                .fact(Samples.TABLE, "public.orders", "owner", "somebody")
                .snapshot();
        Snapshot expected = new Samples()
                .fact(Samples.TABLE, "public.orders", "owner", "app")
                .snapshot();
        Drift drift = Differ.compare(expected, actual)
                .ignoring(List.of(IgnoreRule.of(Aspect.OWNERS, "compare.owners is false")));
        assertThat(drift.changes()).isEmpty();
        assertThat(drift.ignored()).extracting(Change::reason).containsExactly("compare.owners is false");
        assertThat(Differ.compare(expected, actual)
                        .ignoring(List.of(IgnoreRule.of(Aspect.COMMENTS, "no")))
                        .changes())
                .hasSize(1);
    }

    @Test
    void everyOrderThatAReaderGivesIsAPosition() {
        assertThat(Catalog.allKinds().all().stream().flatMap(kind -> kind.order().stream()))
                .isNotEmpty()
                .allMatch(attribute -> attribute.name().equals("position"));
    }
}
