/**
 * Reads any other database that has a JDBC driver, through SchemaCrawler: SQLite and H2 are tested, others work as far
 * as their drivers and information schemas tell. What they do not tell stands in the coverage.
 */
@NullMarked
package dev.plumbline.source.jdbc;

import org.jspecify.annotations.NullMarked;
