package dev.plumbline.cli;

import dev.plumbline.audit.Library;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.RuleSettings;
import dev.plumbline.source.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what most commands load, so that the launcher's class-data archive holds it. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    private static final String CLASSES = "/launcher/classes.txt";

    @Override
    public Integer call() throws IOException {
        loadClasses();
        loadRules();
        askNobody();
        return Exit.OK;
    }

    /** A faulty rule is for the command to say that needs it; without an archive, every start would take seconds. */
    private static void loadRules() {
        try {
            RuleBook.load(List.of(Library.place()), RuleSettings.NONE, Catalog.allKinds());
        } catch (ProblemsException e) {
            return;
        }
    }

    /** The drivers', too, which nothing here would need without a server. One that is gone only costs its place. */
    private static void loadClasses() throws IOException {
        InputStream list = Objects.requireNonNull(WarmUpCommand.class.getResourceAsStream(CLASSES));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String name = in.readLine(); name != null; name = in.readLine()) {
                if (!name.startsWith("#")) {
                    load(name);
                }
            }
        }
    }

    /**
     * Goes as far as a reading can where no server listens, as on port 1. What is only loaded is made ready when it is
     * first run; what was run is archived as it then is.
     */
    private static void askNobody() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (String server : List.of("jdbc:postgresql:", "jdbc:mariadb:")) {
            Main.run(nowhere, nowhere, "snapshot", server + "//127.0.0.1:1/none?user=none");
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, WarmUpCommand.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Another version of a library or of Java has no such class; it is loaded by whoever needs its successor.
            return;
        }
    }
}
