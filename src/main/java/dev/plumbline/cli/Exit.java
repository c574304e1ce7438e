package dev.plumbline.cli;

/** Exit codes. */
final class Exit {

    /** Compliant, equal. */
    static final int OK = 0;

    /** Findings, differences. */
    static final int FINDINGS = 1;

    /** It could not be judged: no evidence, a conflict. */
    static final int NO_EVIDENCE = 2;

    /** It could not run. */
    static final int FAILED = 3;

    /** Wrong usage. */
    static final int USAGE = 64;

    private Exit() {}
}
