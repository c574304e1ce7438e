package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;

/** What verdicts say when it is not the rule's own message. */
final class Texts {

    static final Bilingual UNDECIDED =
            new Bilingual("what was read does not suffice to judge", "lo que se ha leído no basta para juzgar");
    static final Bilingual CONFLICT =
            new Bilingual("requirements contradict each other here", "aquí hay requisitos que se contradicen");

    private Texts() {}

    static Bilingual plain(String text) {
        return new Bilingual(text, text);
    }

    static Bilingual broken(String message) {
        return new Bilingual("the rule could not be evaluated: " + message, "no se pudo evaluar la regla: " + message);
    }

    static Bilingual nothing(String kind) {
        return new Bilingual(
                "there is no " + kind + " that the rule is about",
                "no hay ningún hecho de tipo " + kind + " que la regla deba juzgar");
    }

    static Bilingual undecidable(int facts, String gap) {
        return new Bilingual(
                facts + (facts == 1 ? " fact" : " facts") + " could not be judged: " + gap,
                facts + (facts == 1 ? " hecho" : " hechos") + " sin juzgar: " + gap);
    }

    static Bilingual unread(String kind, int facts, Coverage.Entry coverage) {
        String reason = coverage.reason().isEmpty() ? "" : ": " + coverage.reason();
        String rest = facts > 0 ? "not all " : "no ";
        String resto = facts > 0 ? "no se leyeron todos los" : "no se leyeron";
        return new Bilingual(
                rest + "facts of kind " + kind + " were read (" + Gaps.word(coverage.status()) + ")" + reason,
                resto + " hechos de tipo " + kind + " (" + spanish(coverage.status()) + ")" + reason);
    }

    private static String spanish(Coverage.Status status) {
        return switch (status) {
            case READ -> "leídos";
            case PARTIAL -> "leídos en parte";
            case DENIED -> "no mostrados a la cuenta";
            case FAILED -> "no leídos por un fallo";
            case UNSUPPORTED -> "no los hay";
            case EXCLUDED -> "dejados fuera a propósito";
            case NOT_ASKED -> "no leídos";
        };
    }
}
