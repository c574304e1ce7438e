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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code plumbline}. */
public final class Main {

    /** In the order of the help. */
    private static final List<String> COMMANDS =
            List.of("check", "snapshot", "diff", "baseline", "prove", "rules", "explain", "grants", "demo", "init");

    /** Whether a signal, such as that of Ctrl-C, ends the program at this moment. */
    private static volatile boolean interrupted;

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

    /** The program without its commands: with them it is {@link #whole}. */
    private static final class Program extends Command {

        Program() {
            super(
                    "plumbline",
                    "What is true in your databases to what was agreed: drift, rules, reversible migrations.");
            spec().usageMessage().synopsisSubcommandLabel("COMMAND");
            footer(
                    "",
                    "Where to start:",
                    "  plumbline demo      see a report of a project with planted faults, in a minute",
                    "  plumbline init      write a first plumbline.yaml for the project in this folder",
                    "  plumbline check     judge the project: drift, rules, waivers, reports",
                    "",
                    "Exit codes: 0 compliant or equal, 1 findings or differences, 2 could not be judged,",
                    "            3 could not run, 64 wrong usage.");
        }

        /** Without a command there is nothing to do but to teach. */
        @Override
        public Integer call() {
            return usage();
        }
    }

    private static Command command(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "snapshot" -> new SnapshotCommand();
            case "diff" -> new DiffCommand();
            case "baseline" -> new BaselineCommand();
            case "prove" -> new ProveCommand();
            case "rules" -> new RulesCommand();
            case "explain" -> new ExplainCommand();
            case "grants" -> new GrantsCommand();
            case "demo" -> new DemoCommand();
            case "init" -> new InitCommand();
            default -> throw new IllegalArgumentException("no command is named " + name);
        };
    }

    /** The whole program, with all of its commands. */
    static CommandLine whole() {
        Program program = new Program();
        for (String name : COMMANDS) {
            program.subcommand(command(name));
        }
        return new CommandLine(program.spec());
    }

    /** One command by itself: the options of all of them are many. */
    static CommandLine alone(String name) {
        return new CommandLine(command(name).spec()).setCommandName("plumbline " + name);
    }

    /** Runs a command; nothing is thrown. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        boolean named = arguments.length > 0 && COMMANDS.contains(arguments[0]);
        boolean version = arguments.length == 1 && arguments[0].equals("--version");
        CommandLine line = named ? alone(arguments[0]) : version ? new CommandLine(new Program().spec()) : whole();
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
