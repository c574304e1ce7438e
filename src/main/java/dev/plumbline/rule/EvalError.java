package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;

/** An expression has no value for some fact. Carries no stack trace, since {@code ||} and {@code &&} absorb many. */
class EvalError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CelErrorCode code;

    EvalError(CelErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    CelErrorCode code() {
        return code;
    }

    /** Not an error of the rule: what would have to be known was not read. */
    static final class NotRead extends EvalError {
        private static final long serialVersionUID = 1L;

        NotRead(String message) {
            super(CelErrorCode.INVALID_ARGUMENT, message);
        }
    }
}
