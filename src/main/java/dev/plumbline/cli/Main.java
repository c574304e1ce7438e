package dev.plumbline.cli;

import dev.plumbline.audit.Sides;
import dev.plumbline.audit.Workspace;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code plumbline}. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "What is true in your databases to what was agreed: drift, rules, reversible migrations.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Where to start:",
            "  plumbline demo      see a report of a project with planted faults, in a minute",
            "  plumbline init      write a first plumbline.yaml for the project in this folder",
            "  plumbline check     judge the project: drift, rules, waivers, reports",
            "",
            "Exit codes: 0 compliant or equal, 1 findings or differences, 2 could not be judged,",
            "            3 could not run, 64 wrong usage."
        })
public final class Main implements Callable<Integer> {

    /** By their names, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    /** Whether a signal, such as that of Ctrl-C, ends the program at this moment. */
    private static volatile boolean interrupted;

    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    /** @param arguments see {@code plumbline --help} */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", Silence.class.getName());
        // Otherwise picocli looks for Groovy in every jar, which takes longer than all else that it does.
        System.setProperty("picocli.disable.closures", "true");
        prepare(Stream.of(arguments).filter(Sides::isUrl).toList());
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        Thread interruption = new Thread(() -> {
            interrupted = true;
            // A line of progress may stand there.
            err.println((Common.terminal() ? "\r\u001b[2K" : "") + "plumbline: interrupted");
        });
        Runtime.getRuntime().addShutdownHook(interruption);
        int code = run(out, err, arguments);
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(interruption);
        }
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** To look at the command line takes as long as to get ready for an address in it. */
    private static void prepare(List<String> addresses) {
        if (!addresses.isEmpty()) {
            Thread preparation = new Thread(() -> Workspace.prepare(addresses), "preparation");
            preparation.setDaemon(true);
            preparation.start();
        }
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand.class);
        commands.put("snapshot", SnapshotCommand.class);
        commands.put("diff", DiffCommand.class);
        commands.put("baseline", BaselineCommand.class);
        commands.put("prove", ProveCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("grants", GrantsCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("init", InitCommand.class);
        return commands;
    }

    /** The whole program, with all of its commands. */
    static CommandLine whole() {
        CommandLine line = new CommandLine(new Main());
        COMMANDS.forEach(line::addSubcommand);
        return line;
    }

    /** One command by itself: to look at the options of all of them takes as long as all else that a start does. */
    static CommandLine alone(String name) {
        CommandLine line = new CommandLine(COMMANDS.get(name)).setCommandName("plumbline " + name);
        tellVersion(line);
        return line;
    }

    private static void tellVersion(CommandLine line) {
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands().values().forEach(Main::tellVersion);
    }

    /** Runs a command; nothing is thrown. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        boolean named = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        boolean version = arguments.length == 1 && arguments[0].equals("--version");
        CommandLine line = named ? alone(arguments[0]) : version ? new CommandLine(new Main()) : whole();
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures();
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        return line.execute(named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    /** A class, for Java's archive of classes leaves out what lambdas implement in a library as old as this one's code. */
    private static final class Failures
            implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleParseException(ParameterException e, String[] arguments) {
            return wrongUsage(e);
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
            return failed(e, line, parsed);
        }
    }

    /** Without a command there is nothing to do but to teach. */
    @Override
    public Integer call() {
        CommandSpec known = Objects.requireNonNull(spec);
        known.commandLine().usage(known.commandLine().getErr());
        return Exit.USAGE;
    }

    private static int wrongUsage(ParameterException e) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("plumbline: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        boolean debug = parsed.originalArgs().contains("--debug");
        PrintWriter err = line.getErr();
        if (interrupted) {
            // Servers are being stopped, and whoever speaks with one fails; that is no news.
            return Exit.FAILED;
        }
        if (e instanceof ProblemsException known) {
            for (Problem problem : known.problems()) {
                err.println("plumbline: " + Endpoint.redact(problem.toString()));
            }
            if (known.problems().size() > 1) {
                err.println("plumbline: " + known.problems().size() + " problems; nothing was written");
            }
        } else if (e instanceof IOException failed) {
            unusableFile(failed, err);
        } else if (e instanceof UncheckedIOException failed) {
            unusableFile(Objects.requireNonNull(failed.getCause()), err);
        } else {
            err.println("plumbline: this is a fault of the program: " + Endpoint.redact(e.toString()));
            err.println("Run it again with --debug and report what it prints.");
        }
        if (debug) {
            // Drivers quote addresses they cannot parse, passwords included.
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            err.print(Endpoint.redact(trace.toString()));
            err.flush();
        }
        return Exit.FAILED;
    }

    private static void unusableFile(IOException e, PrintWriter err) {
        String file = e instanceof FileSystemException failed ? failed.getFile() : "a file cannot be read or written";
        err.println(
                "plumbline: " + file + ": " + Printing.reason(e) + "; check its permissions and the space on its disk");
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + text()};
        }
    }
}
