package dev.plumbline.source;

import dev.plumbline.source.SqlScript.Token;
import java.util.List;
import java.util.Set;

/** The words of one action of an ALTER TABLE, taken one after the other. */
final class ActionWords {

    /** What an action may add or drop that is no column. */
    private static final Set<String> CONSTRAINTS = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "FOREIGN",
            "CHECK",
            "UNIQUE",
            "EXCLUDE",
            "PARTITION",
            "INDEX",
            "KEY",
            "FULLTEXT",
            "SPATIAL");

    private final List<Token> tokens;
    private int at;

    ActionWords(List<Token> tokens) {
        this.tokens = tokens;
    }

    String next() {
        return at < tokens.size() ? tokens.get(at++).text() : "";
    }

    boolean skip(String word) {
        if (at < tokens.size() && tokens.get(at).is(word)) {
            at++;
            return true;
        }
        return false;
    }

    void skipConditions() {
        boolean more = true;
        while (more) {
            more = skip("IF") || skip("NOT") || skip("EXISTS");
        }
    }

    boolean isConstraint() {
        return at < tokens.size()
                && CONSTRAINTS.contains(
                        tokens.get(at).type() == Token.Type.WORD
                                ? tokens.get(at).text()
                                : "");
    }

    String name() {
        return at < tokens.size() && tokens.get(at).isName() ? tokens.get(at++).written() : "";
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(t -> t.is(word));
    }

    boolean hasNotNull() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("NOT") && tokens.get(i + 1).is("NULL")) {
                return true;
            }
        }
        return false;
    }
}
