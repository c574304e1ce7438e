/**
 * What {@code bench/run} starts besides the programs it measures: a disposable server full of tables, and those
 * rivals that are libraries.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.bench;
