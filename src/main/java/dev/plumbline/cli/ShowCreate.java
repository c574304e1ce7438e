package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** Whether what only SHOW CREATE shows is read, too. */
final class ShowCreate {

    @Option(
            names = "--show-create",
            description =
                    "MySQL and MariaDB: also what only SHOW CREATE shows, such as KEY_BLOCK_SIZE of an index, with"
                            + " one statement for each table and view. Without it a target's setting 'show_create' counts.")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
