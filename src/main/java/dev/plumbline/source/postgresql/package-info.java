/**
 * Reads PostgreSQL 14 to 18 over one connection: a read-only, repeatable-read transaction that sends the query files
 * under {@code catalog/postgresql/}, waits for no lock longer than it was told, and holds none while it goes on. A URL
 * with {@code currentSchema=x} is read relative to that schema.
 */
@NullMarked
package dev.plumbline.source.postgresql;

import org.jspecify.annotations.NullMarked;
