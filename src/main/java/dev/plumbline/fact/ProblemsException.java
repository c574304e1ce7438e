package dev.plumbline.fact;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The run cannot go on: a file is wrong, a server does not answer, a privilege is missing. Carries all problems that
 * were found together, so that they can be mended together. The cause, if any, is for {@code --debug}.
 */
public final class ProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemsException(List<Problem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    public ProblemsException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    public ProblemsException(String where, String what, String mend) {
        this(List.of(new Problem(where, what, mend)));
    }

    /** At least one problem, in the order they were found. */
    public List<Problem> problems() {
        return problems;
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a failure without a problem explains nothing");
        }
        return problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
