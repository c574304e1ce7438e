/**
 * The audit on the JUnit Platform: a class annotated with {@link dev.plumbline.junit.Compliance} becomes a suite in
 * which every rule on every target is a test; and AssertJ assertions for those who write their own.
 */
@NullMarked
package dev.plumbline.junit;

import org.jspecify.annotations.NullMarked;
