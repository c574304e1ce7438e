/**
 * Facts, the one idea of the program: what is known of a database or a project is a {@link dev.plumbline.fact.Fact}
 * of some {@link dev.plumbline.fact.Kind} at a {@link dev.plumbline.fact.FactPath}; all facts of one target at one
 * moment, with what could not be read, are a {@link dev.plumbline.fact.Snapshot}. Nothing here knows where a fact
 * came from, what time it is, or what a database is.
 */
@NullMarked
package dev.plumbline.fact;

import org.jspecify.annotations.NullMarked;
