/**
 * The command line. Reports and data go to standard output or files, progress and messages to standard error; nothing
 * here decides anything that {@link dev.plumbline.audit} does not decide.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
