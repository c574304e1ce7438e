/**
 * The statements that mend a drift. {@link dev.plumbline.drift.remedy.Remedy} is the way in: a plan puts changes into
 * an order that runs, a dialect for each engine writes them, with one part for each family of objects. Nothing here
 * opens a connection.
 */
@NullMarked
package dev.plumbline.drift.remedy;

import org.jspecify.annotations.NullMarked;
