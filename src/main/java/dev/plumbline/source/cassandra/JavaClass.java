package dev.plumbline.source.cassandra;

/** Names of classes in options. */
final class JavaClass {

    private JavaClass() {}

    /** Without the package, if it is the server's own: the server takes both spellings for the same class. */
    static String shortName(String name) {
        return name.startsWith("org.apache.cassandra.") ? name.substring(name.lastIndexOf('.') + 1) : name;
    }
}
