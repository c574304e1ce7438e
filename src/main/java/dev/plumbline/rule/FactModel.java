package dev.plumbline.rule;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.rule.FactField.Access;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that expressions see: one for each kind, made of what the kind declares, and {@code target}, {@code project}. */
final class FactModel {

    static final String TARGET = "target";
    static final String PROJECT = "project";
    static final String CHANGE = "change";

    /** Keeps the types' names apart from the variables', which are the kinds' names. */
    private static final String PREFIX = "fact.";

    private final Kinds kinds;
    private final Map<String, Map<String, FactField>> types = new LinkedHashMap<>();

    FactModel(Kinds kinds) {
        this.kinds = kinds;
        for (Kind kind : kinds.all()) {
            types.put(typeName(kind.name()), fields(kind));
        }
        Map<String, FactField> target = new LinkedHashMap<>();
        add(target, "name", SimpleType.STRING, Access.TARGET_NAME, 0, "", "name in plumbline.yaml");
        add(target, "engine", SimpleType.STRING, Access.ENGINE, 0, "", "postgresql, mysql, mariadb, cassandra, …");
        add(target, "version", SimpleType.STRING, Access.VERSION, 0, "", "of the server");
        add(target, "major", SimpleType.INT, Access.MAJOR, 0, "", "first number of the version");
        add(target, "minor", SimpleType.INT, Access.MINOR, 0, "", "second number of the version");
        add(target, "path", SimpleType.STRING, Access.PATH, 0, "", "target:name");
        addAll(target);
        types.put(typeName(TARGET), target);
        Map<String, FactField> project = new LinkedHashMap<>();
        add(project, "name", SimpleType.STRING, Access.TARGET_NAME, 0, "", "name in plumbline.yaml");
        add(project, "path", SimpleType.STRING, Access.PATH, 0, "", "target:project");
        add(project, "targets", listOf(TARGET), Access.TARGETS, 0, TARGET, "all databases");
        addAll(project);
        types.put(typeName(PROJECT), project);
    }

    private Map<String, FactField> fields(Kind kind) {
        Map<String, FactField> fields = new LinkedHashMap<>();
        for (int slot = 0; slot < kind.attributes().size(); slot++) {
            Kind.Attribute attribute = kind.attributes().get(slot);
            add(
                    fields,
                    attribute.name(),
                    FactField.celType(attribute.type()),
                    Access.ATTRIBUTE,
                    slot,
                    "",
                    attribute.about());
        }
        if (kind.anyParent()) {
            add(fields, "of_kind", SimpleType.STRING, Access.OF_KIND, 0, "", "kind of the fact it is a part of");
            add(fields, "of_path", SimpleType.STRING, Access.OF_PATH, 0, "", "path of the fact it is a part of");
        }
        for (int i = 0; i < kind.pathNames().size() && !kind.anyParent(); i++) {
            add(fields, kind.pathNames().get(i), SimpleType.STRING, Access.PATH_NAME, i, "", "part of the path");
        }
        add(fields, "path", SimpleType.STRING, Access.PATH, 0, "", "text form of the path");
        add(fields, "name", SimpleType.STRING, Access.NAME, 0, "", "innermost name of the path");
        add(fields, "target", SimpleType.STRING, Access.TARGET_NAME, 0, "", "name of the target it was read from");
        add(fields, "engine", SimpleType.STRING, Access.ENGINE, 0, "", "engine of that target");
        for (Kind part : kinds.all()) {
            if (part.parents().contains(kind.name())
                    || (part.anyParent() && !part.name().equals(kind.name()))) {
                add(fields, part.plural(), listOf(part.name()), Access.PARTS, 0, part.name(), part.about());
            }
        }
        if (kind.anyParent()) {
            kinds.all().forEach(owner -> addOwner(fields, owner.name()));
        } else {
            kind.parents().forEach(owner -> addOwner(fields, owner));
        }
        return fields;
    }

    private static void addOwner(Map<String, FactField> fields, String owner) {
        add(fields, "of_" + owner, reference(owner), Access.OWNER, 0, owner, "the " + owner + " it is a part of");
    }

    private void addAll(Map<String, FactField> fields) {
        for (Kind kind : kinds.all()) {
            add(fields, kind.plural(), listOf(kind.name()), Access.ALL, 0, kind.name(), kind.about());
        }
    }

    /** What is added first wins: an attribute named like a part hides the part. */
    private static void add(
            Map<String, FactField> fields,
            String name,
            CelType type,
            Access access,
            int index,
            String kind,
            String about) {
        fields.putIfAbsent(name, new FactField(name, type, access, index, kind, about));
    }

    static String typeName(String kind) {
        return PREFIX + kind;
    }

    static CelType reference(String kind) {
        return StructTypeReference.create(typeName(kind));
    }

    private static CelType listOf(String kind) {
        return ListType.create(reference(kind));
    }

    Kinds kinds() {
        return kinds;
    }

    /** The fields of a type, by name; none if there is no such type. */
    Map<String, FactField> fieldsOf(String typeName) {
        return types.getOrDefault(typeName, Map.of());
    }

    @Nullable
    FactField field(CelType type, String field) {
        return fieldsOf(type.name()).get(field);
    }

    CelTypeProvider provider(Map<String, CelType> parameters) {
        ImmutableMap.Builder<String, CelType> all = ImmutableMap.builder();
        types.forEach((name, fields) -> {
            ImmutableMap.Builder<String, CelType> byName = ImmutableMap.builder();
            fields.values().forEach(f -> byName.put(f.name(), f.type()));
            ImmutableMap<String, CelType> resolved = byName.buildOrThrow();
            all.put(
                    name,
                    StructType.create(name, resolved.keySet(), field -> Optional.ofNullable(resolved.get(field))));
        });
        ImmutableMap<String, CelType> resolved = ImmutableMap.copyOf(parameters);
        String params = typeName("params");
        all.put(
                params,
                StructType.create(
                        params,
                        ImmutableSet.copyOf(resolved.keySet()),
                        field -> Optional.ofNullable(resolved.get(field))));
        return new Provider(all.buildOrThrow());
    }

    @Immutable
    private static final class Provider implements CelTypeProvider {
        private final ImmutableMap<String, CelType> all;

        Provider(ImmutableMap<String, CelType> all) {
            this.all = all;
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return all.values();
        }

        @Override
        public Optional<CelType> findType(String typeName) {
            return Optional.ofNullable(all.get(typeName));
        }
    }
}
