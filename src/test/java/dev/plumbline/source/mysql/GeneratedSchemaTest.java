package dev.plumbline.source.mysql;

/** The laws on MariaDB. */
class GeneratedSchemaTest extends GeneratedServerLaws {

    GeneratedSchemaTest() {
        super("mariadb", "11.4");
    }
}
