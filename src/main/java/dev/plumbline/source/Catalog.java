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

    public Catalog {
        files = List.copyOf(files);
    }

    /**
     * Reads one folder of the program's own resources.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static Catalog load(String folder) {
        List<QueryFile> files = new ArrayList<>();
        texts(ROOT + folder + "/").forEach((name, text) -> files.add(QueryFile.parse(fileName(name), text)));
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no folder " + ROOT + folder);
        }
        return new Catalog(folder, files);
    }

    /** The kinds that all folders together declare. */
    public static Kinds allKinds() {
        List<Kind> kinds = new ArrayList<>();
        texts(ROOT).forEach((name, text) -> {
            QueryFile file = QueryFile.parse(fileName(name), text);
            if (file.declares()) {
                kinds.add(file.kind());
            }
        });
        return new Kinds(kinds);
    }

    /** The kinds that this folder declares, by name. */
    public List<Kind> kinds() {
        return files.stream().filter(QueryFile::declares).map(QueryFile::kind).toList();
    }

    /** The folders there are, sorted. */
    public static SortedSet<String> readers() {
        SortedSet<String> readers = new TreeSet<>();
        texts(ROOT).keySet().forEach(name -> readers.add(name.substring(ROOT.length(), name.lastIndexOf('/'))));
        return readers;
    }

    /** The normal forms that the readers of all folders bring facts to, by reader, kind and name. */
    public static List<NormalForm> normalForms() {
        List<NormalForm> forms = new ArrayList<>();
        texts(ROOT).forEach((name, text) -> {
            String folder = name.substring(ROOT.length(), name.lastIndexOf('/'));
            forms.addAll(QueryFile.parse(fileName(name), text).normalForms(folder));
        });
        return forms;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static SortedMap<String, String> texts(String prefix) {
        URL url = Catalog.class.getResource("/" + ROOT);
        if (url == null) {
            throw new IllegalStateException("the program's resources lack " + ROOT);
        }
        try {
            SortedMap<String, String> texts = new TreeMap<>();
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                readJar(jar.getJarFile(), prefix, texts);
            } else {
                readFolder(url.toURI(), prefix, texts);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readFolder(URI root, String prefix, SortedMap<String, String> texts) throws IOException {
        Path base = Path.of(root);
        try (Stream<Path> files = Files.walk(base, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = ROOT + base.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(prefix)) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
    }

    private static void readJar(JarFile jar, String prefix, SortedMap<String, String> texts) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }
}
