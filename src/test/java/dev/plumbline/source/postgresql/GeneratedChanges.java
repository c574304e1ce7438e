package dev.plumbline.source.postgresql;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Random changes of what {@link GeneratedSchema} made, over all kinds of objects; many meet again or undo another. */
final class GeneratedChanges {

    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
    private static final int TABLES = 3;

    private final List<String> statements = Servers.resource("changes.sql")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    private final Random random;

    GeneratedChanges(long seed) {
        random = new Random(seed);
    }

    String next() {
        String text = statements.get(random.nextInt(statements.size()));
        // From the inside out, for a choice may stand in another.
        while (CHOICE.matcher(text).find()) {
            text = CHOICE.matcher(text).replaceAll(m -> {
                String[] all = m.group(1).split("\\|", -1);
                return all[random.nextInt(all.length)].replace("\\", "\\\\").replace("$", "\\$");
            });
        }
        while (text.contains("$t")) {
            text = text.replaceFirst("\\$t", "t" + random.nextInt(TABLES));
        }
        return text;
    }
}
