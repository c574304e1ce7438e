/**
 * What differs between two snapshots: {@link dev.plumbline.drift.Differ} compares normal forms fact by fact and yields
 * {@link dev.plumbline.drift.Change}s, each with what it means for those who use the database. Dump text is never
 * compared.
 */
@NullMarked
package dev.plumbline.drift;

import org.jspecify.annotations.NullMarked;
