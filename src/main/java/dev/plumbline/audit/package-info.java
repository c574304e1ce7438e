/**
 * The audit as one call: configuration, the wiring of sources, sandboxes, migrations, drift and rules, and the result
 * that reports are written from. The faces (command line, tests) only ask here.
 */
@NullMarked
package dev.plumbline.audit;

import org.jspecify.annotations.NullMarked;
