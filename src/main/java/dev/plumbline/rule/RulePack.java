package dev.plumbline.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in a pack, so that a changed one is seen.
 *
 * @param name the folder's
 * @param rules how many rule files it holds
 * @param digest {@code sha256:} and, in hexadecimal, that over names and bytes of its files; the same wherever the pack stands
 * @param places the folders or archives it was read from; one pack may stand in several
 */
public record RulePack(String name, int rules, String digest, List<String> places) {

    public RulePack {
        places = List.copyOf(places);
    }

    /** By name. Files beside the packs, such as {@code controls.yaml}, make a pack {@code controls}. */
    static List<RulePack> of(List<PackFiles.Source> files) {
        Map<String, List<PackFiles.Source>> byPack = new TreeMap<>();
        files.forEach(file -> byPack.computeIfAbsent(
                        file.pack().isEmpty() ? file.stem() : file.pack(), p -> new ArrayList<>())
                .add(file));
        List<RulePack> packs = new ArrayList<>();
        byPack.forEach((name, of) -> {
            TreeSet<String> places = new TreeSet<>();
            of.forEach(file -> places.add(
                    file.file().substring(0, file.file().length() - file.name().length() - 1)));
            packs.add(new RulePack(name, of.size(), digest(of), List.copyOf(places)));
        });
        return List.copyOf(packs);
    }

    private static String digest(List<PackFiles.Source> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.stream().sorted(Comparator.comparing(PackFiles.Source::name)).forEach(file -> {
                // The length keeps the end of one file apart from the name of the next.
                digest.update((file.name() + "\n" + file.bytes().length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(file.bytes());
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
