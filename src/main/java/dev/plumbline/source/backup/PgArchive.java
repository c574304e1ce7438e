package dev.plumbline.source.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The custom format of {@code pg_dump}: a header, a table of contents, then a block of data for each table. An archive
 * that was cut off has a table of contents and lacks blocks, so that all of them are visited. The layout is that of
 * {@code pg_backup_archiver.c} and {@code pg_backup_custom.c}, archive versions 1.12 to 1.16 (PostgreSQL 9 to 18).
 */
final class PgArchive {

    private static final int CUSTOM = 1;
    private static final int OFFSET_SET = 2;
    private static final int LARGEST_TEXT = 1 << 28;

    private final RandomAccessFile in;
    private int version;
    private int intSize;
    private int offsetSize;

    private PgArchive(RandomAccessFile in) {
        this.in = in;
    }

    /** Why the archive is not complete; empty if it is. */
    static Optional<String> fault(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return new PgArchive(in).check();
        } catch (EOFException e) {
            return Optional.of("the archive ends too early");
        } catch (IOException e) {
            return Optional.of("the archive cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> check() throws IOException {
        byte[] magic = new byte[5];
        in.readFully(magic);
        if (!new String(magic, java.nio.charset.StandardCharsets.US_ASCII).equals("PGDMP")) {
            return Optional.of("it is no archive of pg_dump");
        }
        int major = in.readUnsignedByte();
        version = major * 100 + in.readUnsignedByte();
        in.readUnsignedByte();
        intSize = in.readUnsignedByte();
        offsetSize = in.readUnsignedByte();
        int format = in.readUnsignedByte();
        if (version < 112 || version > 116 || intSize > 8 || offsetSize > 8 || format != CUSTOM) {
            return Optional.of("its archive version " + major + "." + version % 100 + " is not known");
        }
        if (version >= 115) {
            in.readUnsignedByte();
        } else {
            readInt();
        }
        for (int i = 0; i < 7; i++) {
            readInt();
        }
        for (int i = 0; i < 3; i++) {
            skipText();
        }
        long entries = readInt();
        if (entries <= 0) {
            return Optional.of("its table of contents is empty");
        }
        for (long i = 0; i < entries; i++) {
            long block = readEntry();
            if (block > 0) {
                long next = in.getFilePointer();
                skipBlock(block);
                in.seek(next);
            }
        }
        return Optional.empty();
    }

    /** The place of the entry's data; 0 if it has none. */
    private long readEntry() throws IOException {
        readInt();
        readInt();
        for (int i = 0; i < 4; i++) {
            skipText();
        }
        readInt();
        // definition, drop and copy statement, schema, tablespace
        for (int i = 0; i < 5; i++) {
            skipText();
        }
        if (version >= 114) {
            skipText();
        }
        if (version >= 116) {
            readInt();
        }
        skipText();
        skipText();
        boolean more = true;
        while (more) {
            more = skipText();
        }
        int flag = in.readUnsignedByte();
        long offset = 0;
        for (int i = 0; i < offsetSize; i++) {
            offset |= (long) in.readUnsignedByte() << (8 * i);
        }
        return flag == OFFSET_SET ? offset : 0;
    }

    private void skipBlock(long offset) throws IOException {
        if (offset >= in.length()) {
            throw new EOFException();
        }
        in.seek(offset);
        int type = in.readUnsignedByte();
        readInt();
        if (type == 1) {
            skipChunks();
        } else if (type == 3) {
            // Large objects: each has its number and its chunks, number 0 ends them.
            while (readInt() != 0) {
                skipChunks();
            }
        }
    }

    private void skipChunks() throws IOException {
        long length = readInt();
        while (length > 0) {
            long next = in.getFilePointer() + length;
            if (next > in.length()) {
                throw new EOFException();
            }
            in.seek(next);
            length = readInt();
        }
    }

    private long readInt() throws IOException {
        boolean negative = in.readUnsignedByte() != 0;
        long value = 0;
        for (int i = 0; i < intSize; i++) {
            value |= (long) in.readUnsignedByte() << (8 * i);
        }
        return negative ? -value : value;
    }

    /** Whether there was a text. */
    private boolean skipText() throws IOException {
        long length = readInt();
        if (length > LARGEST_TEXT || in.getFilePointer() + Math.max(0, length) > in.length()) {
            throw new EOFException();
        }
        in.seek(in.getFilePointer() + Math.max(0, length));
        return length >= 0;
    }
}
