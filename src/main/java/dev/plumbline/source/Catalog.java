package dev.plumbline.source;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The query files of one folder under {@code catalog/}, by name.
 *
 * @param folder for instance {@code postgresql}
 * @param files sorted by name
 */
public record Catalog(String folder, List<QueryFile> files) {

    private static final String ROOT = "catalog/";
    private static final Kinds KINDS = Kinds.later(() -> Folders.KINDS);

    public Catalog {
        files = List.copyOf(files);
    }

    /** All folders; they are part of the program, so that they are read once. */
    private static final class Folders {

        static final SortedMap<String, Catalog> ALL = all();

        static final Kinds KINDS = new Kinds(ALL.values().stream()
                .flatMap(catalog -> catalog.kinds().stream())
                .toList());

        private static SortedMap<String, Catalog> all() {
            SortedMap<String, List<QueryFile>> files = new TreeMap<>();
            texts().forEach((name, text) -> {
                int slash = name.lastIndexOf('/');
                files.computeIfAbsent(name.substring(ROOT.length(), slash), folder -> new ArrayList<>())
                        .add(QueryFile.parse(name.substring(slash + 1), text));
            });
            SortedMap<String, Catalog> all = new TreeMap<>();
            files.forEach((folder, known) -> all.put(folder, new Catalog(folder, known)));
            return all;
        }
    }

    /**
     * One folder of the program's own resources.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static Catalog load(String folder) {
        Catalog catalog = Folders.ALL.get(folder);
        if (catalog == null) {
            throw new IllegalArgumentException("there is no folder " + ROOT + folder);
        }
        return catalog;
    }

    /** The kinds that all folders together declare; the files are read when the first kind is looked up. */
    public static Kinds allKinds() {
        return KINDS;
    }

    /** The kinds that this folder declares, by name. */
    public List<Kind> kinds() {
        return files.stream().filter(QueryFile::declares).map(QueryFile::kind).toList();
    }

    /** The folders there are, sorted. */
    public static SortedSet<String> readers() {
        return new TreeSet<>(Folders.ALL.keySet());
    }

    /** The normal forms that the readers of all folders bring facts to, by reader, kind and name. */
    public static List<NormalForm> normalForms() {
        return Folders.ALL.values().stream()
                .flatMap(catalog ->
                        catalog.files().stream().flatMap(file -> file.normalForms(catalog.folder()).stream()))
                .toList();
    }

    private static SortedMap<String, String> texts() {
        URL url = Catalog.class.getResource("/" + ROOT);
        if (url == null) {
            throw new IllegalStateException("the program's resources lack " + ROOT);
        }
        try {
            SortedMap<String, String> texts = new TreeMap<>();
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                readJar(jar.getJarFile(), texts);
            } else {
                readFolder(url.toURI(), texts);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readFolder(URI root, SortedMap<String, String> texts) throws IOException {
        Path base = Path.of(root);
        try (Stream<Path> files = Files.walk(base, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = ROOT + base.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file));
            }
        }
    }

    private static void readJar(JarFile jar, SortedMap<String, String> texts) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }
}
