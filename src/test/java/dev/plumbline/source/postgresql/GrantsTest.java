package dev.plumbline.source.postgresql;

import static dev.plumbline.source.PoorAccounts.claimNothingFalse;
import static dev.plumbline.source.PoorAccounts.grants;
import static dev.plumbline.source.PoorAccounts.statements;
import static dev.plumbline.source.PoorAccounts.unseen;
import static dev.plumbline.source.PoorAccounts.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.GrantScript;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The printed grants, on a database that lets nobody in by itself. */
class GrantsTest {

    private static final String HOSTILE = "Au\"di;to'r ${database} \\";

    private static Endpoint rich;
    private static String database;

    @BeforeAll
    static void fill() throws SQLException {
        rich = Servers.database("17", "rich.sql");
        database = rich.url().substring(rich.url().lastIndexOf('/') + 1);
        Servers.execute(rich, "revoke connect on database " + database + " from public");
        Servers.execute(rich, "create schema \"hi'st\"\"o.ry ${table}\"");
        Servers.execute(
                rich,
                "create table \"hi'st\"\"o.ry ${table}\".django_migrations"
                        + " (id bigint primary key, app text, name text, applied timestamptz);"
                        + "insert into \"hi'st\"\"o.ry ${table}\".django_migrations values (1, 'users', '0001_initial', now())");
        Servers.execute(
                rich,
                "create table public.django_migrations (id bigint primary key, app text, name text, applied timestamptz);"
                        + "insert into public.django_migrations values (7, 'shop', '0002_more', now())");
    }

    @Test
    void printedGrantsShowAllButTheOptionsOfUserMappings() throws SQLException {
        Endpoint poor = account(HOSTILE, script(HOSTILE));

        Snapshot seen = Servers.snapshot(poor);

        Snapshot all = Servers.snapshot(rich);
        claimNothingFalse(all, seen, "with all grants");
        // No privilege shows them to anyone but superusers.
        assertThat(unseen(seen)).containsExactly("user_mapping");
        assertThat(seen.facts("user_mapping"))
                .extracting(Fact::path)
                .isEqualTo(all.facts("user_mapping").stream().map(Fact::path).toList());
        assertThat(seen.facts("applied_migration"))
                .extracting(Fact::name)
                .containsExactly("users.0001_initial", "shop.0002_more");
        assertThat(all.facts("setting")).extracting(Fact::name).contains("shared_preload_libraries");
    }

    @Test
    void eachGrantIsNeededAndMissedAloud() throws SQLException {
        List<String> script = script("auditor");
        assertThat(grants(script)).hasSize(3);

        Endpoint shut = account("shut", without(script("shut"), 1));
        assertThatThrownBy(() -> Servers.snapshot(shut))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(database);

        Snapshot seen = Servers.snapshot(account("dim", without(script("dim"), 2)));
        assertThat(unseen(seen)).containsExactly("setting", "user_mapping");
        claimNothingFalse(Servers.snapshot(rich), seen, "without pg_read_all_settings");

        Snapshot past = Servers.snapshot(account("forgetful", without(script("forgetful"), 3)));
        assertThat(unseen(past)).containsExactly("applied_migration", "user_mapping");
        claimNothingFalse(Servers.snapshot(rich), past, "without the history of migrations");
    }

    @Test
    void anAccountNamedLikeTheQuotesGetsItsGrants() throws SQLException {
        String name = "x$plumbline$_account$plumbline_";

        Snapshot seen = Servers.snapshot(account(name, script(name)));

        assertThat(unseen(seen)).containsExactly("user_mapping");
    }

    private static List<String> script(String account) {
        return statements(GrantScript.of("postgresql", "").text(account, database), "postgresql");
    }

    private static Endpoint account(String name, List<String> script) throws SQLException {
        for (String statement : script) {
            Servers.execute(rich, statement);
        }
        Servers.execute(rich, "alter role \"" + name.replace("\"", "\"\"") + "\" password 'Geheim-1'");
        return Servers.as(rich, name, "Geheim-1");
    }
}
