package dev.plumbline.rule;

/** A text in English and Spanish; neither is empty where the text exists. */
public record Bilingual(String en, String es) {

    public static final Bilingual NONE = new Bilingual("", "");

    /** @param language {@code en} or {@code es} */
    public String in(String language) {
        return language.equals("es") ? es : en;
    }
}
