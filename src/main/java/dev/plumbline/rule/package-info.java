/**
 * Rules: files that select facts of a kind and judge them with a CEL expression, controls they give evidence for, and
 * waivers. The verdict of checking nothing is never {@code pass}.
 */
@NullMarked
package dev.plumbline.rule;

import org.jspecify.annotations.NullMarked;
