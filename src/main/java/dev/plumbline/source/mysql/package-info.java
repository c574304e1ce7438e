/**
 * Reads MySQL and MariaDB through their {@code information_schema}, and accounts from the schema {@code mysql} as far
 * as the account may. The queries are the files under {@code catalog/mysql/}; what two servers say differently about
 * the same thing is made equal there, or, where facts of several kinds are needed, by the {@link
 * dev.plumbline.source.mysql.Normaliser}s.
 */
@NullMarked
package dev.plumbline.source.mysql;

import org.jspecify.annotations.NullMarked;
