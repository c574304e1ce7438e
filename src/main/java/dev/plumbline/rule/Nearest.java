package dev.plumbline.rule;

import dev.plumbline.yaml.YamlMap;
import java.util.Collection;

/** The known name that someone who wrote an unknown one most likely meant. */
final class Nearest {

    private static final int FEW = 40;

    private Nearest() {}

    /** Advice such as {@code did you mean 'columns'?}, or else the names there are, if they are few. */
    static String advice(String word, Collection<String> names) {
        return YamlMap.nearest(word, names)
                .map(name -> "did you mean '" + name + "'?")
                .orElse(names.isEmpty() || names.size() > FEW ? "" : "known are " + String.join(", ", names));
    }

    /** A noun with its article. */
    static String a(String noun) {
        return (!noun.isEmpty() && "aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
