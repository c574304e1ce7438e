/**
 * Migrations written in the database's own language: Flyway's {@code V}, {@code U} and {@code R} files, pairs of
 * {@code .up} and {@code .down} files in SQL or CQL.
 */
@NullMarked
package dev.plumbline.source.sqlmigration;

import org.jspecify.annotations.NullMarked;
