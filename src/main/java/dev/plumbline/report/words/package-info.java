/** Words for people, the same in every report: both languages, numbers, running text, and names that would mislead. */
@NullMarked
package dev.plumbline.report.words;

import org.jspecify.annotations.NullMarked;
