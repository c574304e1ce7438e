package dev.plumbline.rule;

import dev.cel.common.types.CelType;
import dev.plumbline.fact.Kind;

/**
 * A field that expressions may select.
 *
 * @param access where its value is
 * @param index the slot of an attribute or the rank of a path name; else 0
 * @param kind the kind of the facts it leads to, for parts, owners and lists of all; else empty
 */
record FactField(String name, CelType type, Access access, int index, String kind, String about) {

    enum Access {
        ATTRIBUTE,
        PATH_NAME,
        OF_KIND,
        OF_PATH,
        PATH,
        NAME,
        TARGET_NAME,
        ENGINE,
        VERSION,
        MAJOR,
        MINOR,
        PARTS,
        OWNER,
        ALL,
        TARGETS
    }

    static CelType celType(Kind.Type type) {
        return switch (type) {
            case TEXT -> dev.cel.common.types.SimpleType.STRING;
            case BOOL -> dev.cel.common.types.SimpleType.BOOL;
            case INT -> dev.cel.common.types.SimpleType.INT;
            case LIST -> dev.cel.common.types.ListType.create(dev.cel.common.types.SimpleType.STRING);
            case MAP ->
                dev.cel.common.types.MapType.create(
                        dev.cel.common.types.SimpleType.STRING, dev.cel.common.types.SimpleType.STRING);
        };
    }
}
