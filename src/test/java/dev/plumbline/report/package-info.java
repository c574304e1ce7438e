/** Tests of the reports: one contract for all formats, and what each format promises beyond it. */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
