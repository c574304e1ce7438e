package dev.plumbline.cli;

/** Whether what only SHOW CREATE shows is read, too. */
final class ShowCreate {

    private final Given<Boolean> asked;

    ShowCreate(Command command) {
        asked = command.flag(
                "MySQL and MariaDB: also what only SHOW CREATE shows, such as KEY_BLOCK_SIZE of an index, with one statement"
                        + " for each table and view. Without it a target's setting 'show_create' counts.",
                "--show-create");
    }

    boolean asked() {
        return asked.orElse(false);
    }
}
