/**
 * Where facts come from. A {@link dev.plumbline.source.Source} reads facts and says what it could not see; leaves below
 * this package read one engine or one sort of file each and never see each other. What is read from a database is
 * data: query files under {@code catalog/<engine>/}, see {@link dev.plumbline.source.QueryFile}.
 */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
