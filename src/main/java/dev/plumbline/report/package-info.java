/**
 * Reports: every format is written from one {@link dev.plumbline.report.AuditResult} by a
 * {@link dev.plumbline.report.ReportWriter}, so that no two of them can disagree.
 */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
