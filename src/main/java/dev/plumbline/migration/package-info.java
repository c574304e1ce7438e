/**
 * Migrations at work: what they produce when they are replayed on a sandbox, and whether each of them can be undone,
 * proven by doing it.
 */
@NullMarked
package dev.plumbline.migration;

import org.jspecify.annotations.NullMarked;
