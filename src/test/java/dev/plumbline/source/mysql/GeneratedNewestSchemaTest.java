package dev.plumbline.source.mysql;

import dev.plumbline.sandbox.NewestMysql;

/** The laws on the newest MySQL. */
class GeneratedNewestSchemaTest extends GeneratedServerLaws {

    GeneratedNewestSchemaTest() {
        super("mysql", NewestMysql.VERSION);
    }
}
