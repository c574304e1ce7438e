package dev.plumbline.cli;

import dev.plumbline.source.GrantScript;
import dev.plumbline.source.GrantScript.Database;
import dev.plumbline.yaml.YamlMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script for an auditing account. */
@Command(
        name = "grants",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the script that makes an account of least privilege with which all kinds can be read, and says of"
                    + " each grant what it lets Plumbline see.",
            "It holds no password: the account cannot be used until you give it one."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline grants postgresql --database shop | psql shop",
            "  plumbline grants mysql --account auditor@10.0.0.7 --database shop --server-version 8.0.15"
        })
final class GrantsCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ENGINE", description = "postgresql, mysql, mariadb or cassandra.")
    private String engine = "";

    @Option(
            names = "--account",
            paramLabel = "NAME",
            defaultValue = "plumbline",
            description = "The account, for MySQL and MariaDB with its host: user@host; otherwise '${DEFAULT-VALUE}'.")
    private String account = "";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The database of PostgreSQL, which must be named; the schema of MySQL and MariaDB,"
                    + " otherwise all of them. Cassandra's grants are on the cluster.")
    private String database = "";

    @Option(
            names = "--server-version",
            paramLabel = "VERSION",
            defaultValue = "",
            description = "The server's version, such as 8.0.15; otherwise the newest.")
    private String serverVersion = "";

    @Override
    public Integer call() {
        String name = engine.toLowerCase(Locale.ROOT);
        if (!GrantScript.engines().contains(name)) {
            throw wrong("there are no grants for '" + engine + "': " + YamlMap.oneOf(engine, GrantScript.engines()));
        }
        if (!serverVersion.isEmpty() && !serverVersion.matches("\\d{1,4}(\\.\\d{1,4})*")) {
            throw wrong("--server-version takes numbers such as 8.0.15, not '" + serverVersion + "'");
        }
        GrantScript script = GrantScript.of(name, serverVersion);
        if (script.database() == Database.REQUIRED && database.isEmpty()) {
            throw wrong("name the database that is to be read: --database NAME");
        }
        if (script.database() == Database.NONE && !database.isEmpty()) {
            throw wrong("the grants for " + name + " are on the whole cluster: leave out --database");
        }
        try {
            common.out().print(script.text(account, database));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return Exit.OK;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
