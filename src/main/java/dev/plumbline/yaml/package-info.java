/**
 * Files that people write: YAML read with the place of every key and value, so that each fault is named as
 * {@code file:line:column} and all faults of a file are reported together.
 */
@NullMarked
package dev.plumbline.yaml;

import org.jspecify.annotations.NullMarked;
