package dev.plumbline.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Just enough of Cassandra's native protocol (version 4) to learn that a server answers, to change a password and to ask
 * for a version. The driver would need a second to find out what a starting server looks like, again and again.
 */
final class CqlConnection implements AutoCloseable {

    private static final int PROTOCOL = 4;
    private static final int ERROR = 0x00;
    private static final int STARTUP = 0x01;
    private static final int AUTHENTICATE = 0x03;
    private static final int QUERY = 0x07;
    private static final int AUTH_RESPONSE = 0x0F;
    private static final int ROWS = 2;
    private static final int ONE_TABLE = 1;
    private static final int TABLE_AND_COLUMN_NAMES = 3;
    private static final int TEXT = 0x0D;
    private static final int CONSISTENCY_ONE = 1;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MAXIMUM_FRAME = 1 << 20;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    /** @throws IOException if the server does not answer or refuses the account */
    CqlConnection(String host, int port, String user, String password) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_MILLIS);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
            Answer answer = ask(STARTUP, body -> {
                body.writeShort(1);
                body.writeUTF("CQL_VERSION");
                body.writeUTF("3.0.0");
            });
            if (answer.opcode == AUTHENTICATE) {
                byte[] token = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
                ask(AUTH_RESPONSE, body -> {
                    body.writeInt(token.length);
                    body.write(token);
                });
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Runs one statement; its rows, if any, are not read. */
    void run(String statement) throws IOException {
        query(statement);
    }

    /** The only column of the only row of a query on a single table; a text. */
    String text(String query) throws IOException {
        DataInputStream result = query(query).body;
        if (result.readInt() != ROWS || result.readInt() != ONE_TABLE || result.readInt() != 1) {
            throw new IOException("the answer is not one column of one table");
        }
        for (int i = 0; i < TABLE_AND_COLUMN_NAMES; i++) {
            result.readUTF();
        }
        int type = result.readUnsignedShort();
        int rows = result.readInt();
        int length = result.readInt();
        if (type != TEXT || rows != 1 || length < 0) {
            throw new IOException("the answer is not one text");
        }
        return new String(result.readNBytes(length), StandardCharsets.UTF_8);
    }

    private Answer query(String statement) throws IOException {
        byte[] text = statement.getBytes(StandardCharsets.UTF_8);
        return ask(QUERY, body -> {
            body.writeInt(text.length);
            body.write(text);
            body.writeShort(CONSISTENCY_ONE);
            body.writeByte(0);
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private record Answer(int opcode, DataInputStream body) {}

    private Answer ask(int opcode, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        out.writeByte(PROTOCOL);
        out.writeByte(0);
        out.writeShort(0);
        out.writeByte(opcode);
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.flush();
        in.readFully(new byte[4]);
        int answer = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > MAXIMUM_FRAME) {
            throw new IOException("the answer is no frame of Cassandra's protocol");
        }
        byte[] content = in.readNBytes(length);
        if (answer == ERROR) {
            throw new IOException(new String(content, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", ""));
        }
        return new Answer(answer, new DataInputStream(new ByteArrayInputStream(content)));
    }
}
