/** Facts of PlantUML diagrams: entities with their columns, relations, names, and whether the drawn picture is current. */
@NullMarked
package dev.plumbline.source.diagram;

import org.jspecify.annotations.NullMarked;
