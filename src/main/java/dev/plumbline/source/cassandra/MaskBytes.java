package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import com.datastax.oss.driver.internal.core.type.util.VIntCoding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value's bytes as CQL writes the value. The driver's own text does not tell a collection that is null from an empty
 * one, and shows fields that a type was given after the value was made.
 */
final class MaskBytes {

    private MaskBytes() {}

    static String literal(DataType type, @Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return "null";
        }
        if (type instanceof ListType list) {
            return elements(list.getElementType(), bytes).collect(Collectors.joining(", ", "[", "]"));
        }
        if (type instanceof SetType set) {
            return elements(set.getElementType(), bytes).collect(Collectors.joining(", ", "{", "}"));
        }
        if (type instanceof MapType map) {
            return IntStream.range(0, bytes.getInt())
                    .mapToObj(i ->
                            literal(map.getKeyType(), next(bytes)) + ": " + literal(map.getValueType(), next(bytes)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (type instanceof VectorType vector) {
            return dimensions(vector, bytes).collect(Collectors.joining(", ", "[", "]"));
        }
        if (type instanceof UserDefinedType composite) {
            List<String> fields = fields(composite.getFieldTypes(), bytes);
            return IntStream.range(0, fields.size())
                    .mapToObj(i -> composite.getFieldNames().get(i).asCql(true) + ": " + fields.get(i))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (type instanceof TupleType tuple) {
            return "(" + String.join(", ", fields(tuple.getComponentTypes(), bytes)) + ")";
        }
        TypeCodec<Object> codec = CodecRegistry.DEFAULT.codecFor(type);
        return codec.format(codec.decode(bytes, ProtocolVersion.DEFAULT));
    }

    private static Stream<String> elements(DataType type, ByteBuffer bytes) {
        return IntStream.range(0, bytes.getInt()).mapToObj(i -> literal(type, next(bytes)));
    }

    /** Those that have one length only follow each other without it. */
    private static Stream<String> dimensions(VectorType vector, ByteBuffer bytes) {
        Optional<Integer> length =
                CodecRegistry.DEFAULT.codecFor(vector.getElementType()).serializedSize();
        return IntStream.range(0, vector.getDimensions())
                .mapToObj(i -> literal(vector.getElementType(), taken(bytes, length.orElseGet(() -> length(bytes)))));
    }

    private static int length(ByteBuffer bytes) {
        int length = VIntCoding.getUnsignedVInt32(bytes, bytes.position());
        bytes.position(bytes.position() + VIntCoding.computeUnsignedVIntSize(length));
        return length;
    }

    /** Fields that a type was given later are missing at the end. */
    private static List<String> fields(List<DataType> types, ByteBuffer bytes) {
        List<String> fields = new ArrayList<>();
        while (bytes.hasRemaining() && fields.size() < types.size()) {
            fields.add(literal(types.get(fields.size()), next(bytes)));
        }
        return fields;
    }

    /** Nothing if it is null. */
    private static @Nullable ByteBuffer next(ByteBuffer bytes) {
        int length = bytes.getInt();
        return length < 0 ? null : taken(bytes, length);
    }

    private static ByteBuffer taken(ByteBuffer bytes, int length) {
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }
}
