package dev.plumbline.source;

import dev.plumbline.fact.Kind;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The query files of one folder under {@code catalog/}, by name.
 *
 * @param files sorted by name
 */
public record Catalog(String folder, List<QueryFile> files) {

    public Catalog {
        files = List.copyOf(files);
    }

    /**
     * Reads a folder of the program's own resources.
     *
     * @param folder for instance {@code postgresql}
     */
    public static Catalog load(String folder) {
        URL url = Catalog.class.getResource("/catalog/" + folder);
        if (url == null) {
            throw new IllegalArgumentException("there is no folder catalog/" + folder);
        }
        try {
            Map<String, String> texts = new TreeMap<>();
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                readJar(jar, texts);
            } else {
                readFolder(url.toURI(), texts);
            }
            List<QueryFile> files = new ArrayList<>();
            texts.forEach((name, text) -> files.add(QueryFile.parse(name, text)));
            return new Catalog(folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readFolder(URI uri, Map<String, String> texts) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(uri))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
    }

    private static void readJar(JarURLConnection connection, Map<String, String> texts) throws IOException {
        JarFile jar = connection.getJarFile();
        String prefix =
                connection.getEntryName().endsWith("/") ? connection.getEntryName() : connection.getEntryName() + "/";
        for (JarEntry entry : jar.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith(prefix) && !entry.isDirectory() && name.indexOf('/', prefix.length()) < 0) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(name.substring(prefix.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** The kinds that the folder declares, by name. */
    public List<Kind> kinds() {
        return files.stream().filter(QueryFile::declares).map(QueryFile::kind).toList();
    }
}
