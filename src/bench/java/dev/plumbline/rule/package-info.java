/** Benchmarks of the rule engine; in its package, because what they measure is not public. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.rule;
