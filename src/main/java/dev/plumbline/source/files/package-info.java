/** Facts of scripts, dependency lists and CI definitions. */
@NullMarked
package dev.plumbline.source.files;

import org.jspecify.annotations.NullMarked;
