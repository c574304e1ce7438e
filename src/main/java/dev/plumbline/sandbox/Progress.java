package dev.plumbline.sandbox;

/**
 * Hears what starting a sandbox is busy with. The texts name the server or file, for instance {@code postgresql 17.11}.
 * Called from several threads at once when several sandboxes start together.
 */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** A file of the server is fetched from a Maven repository, once. */
    default void downloading(String what) {}

    /** The server's files are unpacked or its first data folder is made, once for each version. */
    default void unpacking(String what) {}

    /** The server's process starts. */
    default void starting(String what) {}

    /** The server answers. */
    default void ready(String what) {}
}
