package dev.plumbline;

import dev.plumbline.junit.Compliance;

/** The audit of the reference project: every rule on every target is a test. */
@Compliance
class ComplianceTest {}
