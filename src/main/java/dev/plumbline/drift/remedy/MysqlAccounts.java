package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Roles, who has them, and what an account may do besides. No statement is known for one with a password. */
final class MysqlAccounts {

    private static final Map<String, String> LIMITS = Map.of(
            "max_user_connections", "MAX_USER_CONNECTIONS",
            "max_connections", "MAX_CONNECTIONS_PER_HOUR",
            "max_questions", "MAX_QUERIES_PER_HOUR",
            "max_updates", "MAX_UPDATES_PER_HOUR",
            "max_statement_seconds", "MAX_STATEMENT_TIME");

    /** Stands for the host name of a server, which is another one there. */
    private static final String OWN_HOST = "@$hostname";

    private final MysqlDialect sql;

    MysqlAccounts(MysqlDialect sql) {
        this.sql = sql;
    }

    boolean create(Fact role) {
        if (!role.isTrue("is_role") || role.name().endsWith(OWN_HOST)) {
            return false;
        }
        sql.statement(Phase.SCHEMA, "CREATE ROLE " + sql.account(role.name()));
        memberships(role.name(), role, List.of(), List.of());
        return true;
    }

    boolean drop(Fact role) {
        if (role.name().endsWith(OWN_HOST)) {
            return false;
        }
        if (role.isTrue("is_role")) {
            sql.statement(Phase.GRANT, "DROP ROLE " + sql.account(role.name()));
        } else {
            sql.script.destroy(
                    Phase.GRANT, "DROP USER " + sql.account(role.name()), "the account's password is lost with it");
        }
        return true;
    }

    /** Whether an account goes, and takes its privileges with it. */
    boolean goes(String account) {
        return has(sql.actual, account)
                && !has(sql.expected, account)
                && sql.expected.coverage().complete("role");
    }

    private static boolean has(Snapshot side, String account) {
        return side.find(FactPath.of("role", account)).isPresent();
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        String account = before.name();
        if (account.endsWith(OWN_HOST)) {
            return;
        }
        boolean member = changes.remove("member_of") != null;
        if (changes.remove("admin_of") != null || member) {
            memberships(account, before, after.list("member_of"), after.list("admin_of"));
        }
        if (changes.remove("default_role") != null) {
            String roles =
                    before.list("default_role").stream().map(sql::account).collect(Collectors.joining(", "));
            sql.statement(
                    Phase.GRANT,
                    "SET DEFAULT ROLE " + (roles.isEmpty() ? "NONE" : roles) + (sql.mariadb ? " FOR " : " TO ")
                            + sql.account(account));
        }
        String alter = "ALTER USER " + sql.account(account);
        if (changes.remove("locked") != null) {
            changes.remove("login");
            sql.statement(Phase.GRANT, alter + (before.isTrue("locked") ? " ACCOUNT LOCK" : " ACCOUNT UNLOCK"));
        }
        LIMITS.forEach((attribute, word) -> {
            if (changes.remove(attribute) != null) {
                sql.statement(Phase.GRANT, alter + " WITH " + word + " " + text(before, attribute));
            }
        });
        if (changes.remove("password_lifetime") != null) {
            String days = text(before, "password_lifetime");
            sql.statement(
                    Phase.GRANT,
                    alter + " PASSWORD EXPIRE "
                            + switch (days) {
                                case "" -> "DEFAULT";
                                case "0" -> "NEVER";
                                default -> "INTERVAL " + days + " DAY";
                            });
        }
        String ssl = text(before, "ssl").toUpperCase(Locale.ROOT);
        if (!ssl.equals("SPECIFIED") && changes.remove("ssl") != null) {
            changes.remove("ssl_requirements");
            sql.statement(Phase.GRANT, alter + " REQUIRE " + (ssl.equals("ANY") ? "SSL" : ssl));
        }
    }

    /** A role that may be passed on and then may not is taken and given again where it cannot be said otherwise. */
    private void memberships(String account, Fact wanted, List<String> has, List<String> passes) {
        String of = sql.account(account);
        List<String> wants = wanted.list("member_of");
        List<String> mayPass = wanted.list("admin_of");
        for (String role : has.stream().filter(role -> !goes(role)).toList()) {
            boolean lessened = passes.contains(role) && !mayPass.contains(role);
            if (wants.contains(role) && lessened && sql.mariadb) {
                sql.statement(Phase.GRANT, "REVOKE ADMIN OPTION FOR " + sql.account(role) + " FROM " + of);
            } else if (!wants.contains(role) || lessened) {
                sql.statement(Phase.GRANT, "REVOKE " + sql.account(role) + " FROM " + of);
            }
            if (wants.contains(role) && lessened && !sql.mariadb) {
                sql.statement(Phase.GRANT, "GRANT " + sql.account(role) + " TO " + of);
            }
        }
        for (String role : wants) {
            boolean option = mayPass.contains(role) && !passes.contains(role);
            if (!has.contains(role) || option) {
                sql.statement(
                        Phase.GRANT,
                        "GRANT " + sql.account(role) + " TO " + of
                                + (mayPass.contains(role) ? " WITH ADMIN OPTION" : ""));
            }
        }
    }
}
