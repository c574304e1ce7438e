/**
 * Reads Apache Cassandra 4.0 and later. What is asked stands in {@code catalog/cassandra/*.cql}; CQL can neither join
 * nor compute, so {@code Shapes} brings the rows to facts. All statements go to one node, for each node has its own
 * copy of the schema, and whether the copies agree is itself a fact.
 */
@NullMarked
package dev.plumbline.source.cassandra;

import org.jspecify.annotations.NullMarked;
