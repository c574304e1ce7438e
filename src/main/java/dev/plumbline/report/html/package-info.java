/** The report for a browser: one page for each language, without anything from elsewhere; templates in src/main/jte. */
@NullMarked
package dev.plumbline.report.html;

import org.jspecify.annotations.NullMarked;
