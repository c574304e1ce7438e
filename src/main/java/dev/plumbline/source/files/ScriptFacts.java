package dev.plumbline.source.files;

import dev.plumbline.source.ProjectFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script calls, in which order, and what it lets pass. Comments are no evidence. */
final class ScriptFacts {

    private static final Pattern BACKUP = Pattern.compile(
            "(?i)(?:^|[\\s\"'/(=`])(?:[\\w.-]*(?:backup|respaldo)[\\w.-]*\\.(?:sh|py)|pg_dump(?:all)?|pg_basebackup|mysqldump|mariadb-dump|mariabackup|mariadb-backup|xtrabackup|nodetool\\b.*\\bsnapshot)\\b");
    private static final Pattern MIGRATE = Pattern.compile(
            "(?i)manage\\.py[\"']?\\s+migrate\\b|django-admin\\s+migrate\\b|\\bflyway\\b.*\\bmigrate\\b|\\balembic\\b.*\\bupgrade\\b|\\bliquibase\\b.*\\bupdate\\b|\\bcqlsh\\b.*(?:--file|-f)\\b");
    private static final Pattern RESTORE = Pattern.compile(
            "(?i)\\bpg_restore\\b|\\bsstableloader\\b|\\bnodetool\\s+(?:refresh|import)\\b|(?:\\bpsql\\b|\\bmysql\\b|\\bmariadb\\b|\\$\\{client\\[@\\]\\}).*<\\s*[\"']?\\$?\\w");
    private static final Pattern SKIP = Pattern.compile(
            "(?i)--(?:skip|no|without|sin)-?[a-z-]*|\\b(?:SKIP|NO|WITHOUT)_[A-Z_]*(?:BACKUP|TEST|CHECK)[A-Z_]*\\b");
    private static final Pattern SKIPS_SAFETY = Pattern.compile("(?i).*(?:backup|respaldo|test|check|verif).*");
    private static final Pattern TOLERATED = Pattern.compile("\\|\\|\\s*(?:true|:|echo|printf|exit\\s+0)\\b");
    private static final Pattern VERDICT =
            Pattern.compile("(?i)^(?:echo|printf|print)\\s*\\(?\\s*[\"']?(?:PASS(?:ED)?|OK)\\b");
    private static final Pattern STRICT =
            Pattern.compile("(?m)^\\s*set\\s+-(?:[a-zA-Z]*e[a-zA-Z]*|o\\s+errexit)|^#!.*\\bsh\\s+-[a-z]*e");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:^|[|;&(`]|\\$\\(|\\bif\\s|\\bthen\\s|\\bdo\\s|!\\s)\\s*([A-Za-z_][\\w.+-]*(?:/[\\w.+-]+)*)(?=\\s|$|\\))");
    private static final Set<String> WORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "do",
            "done",
            "case",
            "esac",
            "in",
            "function",
            "return",
            "local",
            "export",
            "set",
            "shift",
            "exit",
            "echo",
            "printf",
            "read",
            "source",
            "cd",
            "true",
            "false",
            "trap",
            "break",
            "continue",
            "unset",
            "readonly",
            "declare",
            "test",
            "eval",
            "exec");

    private final ProjectFacts facts;

    ScriptFacts(ProjectFacts facts) {
        this.facts = facts;
    }

    void add(Path file, String shown, String text) {
        List<String> lines = code(text);
        boolean shell = !shown.endsWith(".py") && !shown.endsWith(".ps1");
        int backup = first(lines, BACKUP, shown);
        int migrate = first(lines, MIGRATE, "");
        Set<String> skips = new LinkedHashSet<>();
        List<String> tolerated = new ArrayList<>();
        Set<String> commands = new LinkedHashSet<>();
        boolean verdict = false;
        boolean dryRun = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher skip = SKIP.matcher(line);
            while (skip.find()) {
                if (SKIPS_SAFETY.matcher(skip.group()).matches()) {
                    skips.add(skip.group());
                }
            }
            // A condition before the bars is a question; it does not fail.
            if (TOLERATED.matcher(line).find() && !line.strip().matches("(\\[|test\\s).*")) {
                tolerated.add("line " + (i + 1) + ": " + line.strip());
            }
            verdict |= VERDICT.matcher(line.strip()).find();
            dryRun |= line.matches(".*(--dry-run|dry_run|DRY_RUN).*");
            if (shell) {
                Matcher command = COMMAND.matcher(line.replaceFirst("^\\s*[\\w*|-]+\\)", ""));
                while (command.find()) {
                    if (!WORDS.contains(command.group(1)) && !line.matches("\\s*\\w+=.*|\\s*\\w+\\(\\).*")) {
                        commands.add(command.group(1));
                    }
                }
            }
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("executable", Files.isExecutable(file));
        String first = text.lines().findFirst().orElse("");
        if (first.startsWith("#!")) {
            attributes.put(
                    "interpreter",
                    first.strip()
                            .replaceFirst("^#!\\s*(?:\\S*/env\\s+(?:-\\S+\\s+)*)?", "")
                            .replaceFirst("\\s.*", "")
                            .replaceFirst(".*/", ""));
        }
        attributes.put("strict_mode", !shell || STRICT.matcher(text).find());
        attributes.put("commands", List.copyOf(commands));
        attributes.put("backs_up", backup >= 0);
        attributes.put("migrates", migrate >= 0);
        attributes.put("restores", first(lines, RESTORE, "") >= 0);
        if (migrate >= 0) {
            attributes.put("backs_up_before_migrating", backup >= 0 && backup < migrate);
        }
        attributes.put("has_dry_run", dryRun);
        attributes.put("skip_switches", skips.stream().sorted().toList());
        attributes.put("tolerated_failures", tolerated);
        attributes.put("prints_verdict", verdict);
        attributes.put("file", shown);
        attributes.put("line", 1L);
        facts.add("script", List.of(shown), attributes);
    }

    /** The lines, with comments made empty, so that their numbers stay. */
    private static List<String> code(String text) {
        return text.lines()
                .map(l -> l.strip().startsWith("#") ? "" : l.replaceFirst("\\s#\\s.*$", ""))
                .toList();
    }

    /** The first line that matches; a script does not count as calling itself. */
    private static int first(List<String> lines, Pattern pattern, String self) {
        String own = self.substring(self.lastIndexOf('/') + 1);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            if (matcher.find() && (own.isEmpty() || !matcher.group().contains(own))) {
                return i;
            }
        }
        return -1;
    }
}
