package dev.plumbline.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Set;

/**
 * An expression that was checked and compiled.
 *
 * @param kinds kinds whose facts it looks at beyond the fact itself; after {@link #EVERYWHERE} in all targets
 * @param attributes attributes of the fact itself that it reads
 * @param parameters names of the parameters it reads
 * @param locals how many slots an evaluation needs
 */
record Expression(
        String text,
        Code code,
        CelType type,
        Set<String> kinds,
        List<String> attributes,
        Set<String> parameters,
        int locals,
        CelAbstractSyntaxTree tree) {

    static final String EVERYWHERE = "*";

    Frame frame(Node subject) {
        return new Frame(subject, locals, Frame.BUDGET);
    }

    Object eval(Node subject) {
        return code.eval(frame(subject));
    }

    boolean test(Node subject) {
        return code.test(frame(subject));
    }
}
