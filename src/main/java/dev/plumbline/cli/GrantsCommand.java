package dev.plumbline.cli;

import dev.plumbline.source.GrantScript;
import dev.plumbline.source.GrantScript.Database;
import dev.plumbline.yaml.YamlMap;
import java.util.Locale;

/** Prints the script for an auditing account. */
final class GrantsCommand extends Command {

    private static final String ACCOUNT = "plumbline";

    private final Common common = new Common(this);
    private final Given<String> engine = word("ENGINE", "postgresql, mysql, mariadb or cassandra.");
    private final Given<String> account = option(
            String.class,
            "NAME",
            "The account, for MySQL and MariaDB with its host: user@host; otherwise '" + ACCOUNT + "'.",
            "--account");
    private final Given<String> database = option(
            String.class,
            "NAME",
            "The database of PostgreSQL, which must be named; the schema of MySQL and MariaDB, otherwise all of them."
                    + " Cassandra's grants are on the cluster.",
            "--database");
    private final Given<String> serverVersion = option(
            String.class, "VERSION", "The server's version, such as 8.0.15; otherwise the newest.", "--server-version");

    GrantsCommand() {
        super(
                "grants",
                "Prints the script that makes an account of least privilege with which all kinds can be read, and says of"
                        + " each grant what it lets Plumbline see.",
                "It holds no password: the account cannot be used until you give it one.");
        footer(
                "",
                "Examples:",
                "  plumbline grants postgresql --database shop | psql shop",
                "  plumbline grants mysql --account auditor@10.0.0.7 --database shop --server-version 8.0.15");
    }

    @Override
    public Integer call() {
        String name = engine.get().toLowerCase(Locale.ROOT);
        String version = serverVersion.orElse("");
        String schema = database.orElse("");
        if (!GrantScript.engines().contains(name)) {
            throw wrong("there are no grants for '" + engine.get() + "': "
                    + YamlMap.oneOf(engine.get(), GrantScript.engines()));
        }
        if (!version.isEmpty() && !version.matches("\\d{1,4}(\\.\\d{1,4})*")) {
            throw wrong("--server-version takes numbers such as 8.0.15, not '" + version + "'");
        }
        GrantScript script = GrantScript.of(name, version);
        if (script.database() == Database.REQUIRED && schema.isEmpty()) {
            throw wrong("name the database that is to be read: --database NAME");
        }
        if (script.database() == Database.NONE && !schema.isEmpty()) {
            throw wrong("the grants for " + name + " are on the whole cluster: leave out --database");
        }
        try {
            common.out().print(script.text(account.orElse(ACCOUNT), schema));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return Exit.OK;
    }
}
