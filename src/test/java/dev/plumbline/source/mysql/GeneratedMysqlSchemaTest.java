package dev.plumbline.source.mysql;

/** The laws on MySQL. */
class GeneratedMysqlSchemaTest extends GeneratedServerLaws {

    GeneratedMysqlSchemaTest() {
        super("mysql", "8.0");
    }
}
