package dev.cadre.tools;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes an input record to the model as JSON Schema. */
final class RecordSchema {

    private RecordSchema() {}

    static Map<String, Object> of(RecordBinding<?> binding) {
        JsonMapper mapper = JsonMapper.builder().build();
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JakartaValidationModule())
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_ENUMS);
        builder.forFields()
                .withPropertyNameOverrideResolver(
                        field -> parameter(field).map(RecordParameter::name).orElse(null))
                .withDescriptionResolver(field -> parameter(field)
                        .map(RecordParameter::description)
                        .filter(text -> !text.isEmpty())
                        .orElse(null))
                .withNullableCheck(field -> false)
                .withRequiredCheck(field ->
                        parameter(field).filter(RecordParameter::isRequired).isPresent());
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(RecordSchema::choice)
                .withPropertySorter(Comparator.comparingInt(RecordSchema::position));
        Map<String, Object> schema = mapper.convertValue(
                new SchemaGenerator(builder.build()).generateSchema(binding.type()), new TypeReference<>() {});
        // A record without components would be an object of unknown shape.
        schema.putIfAbsent("properties", Map.of());
        return schema;
    }

    private static @Nullable CustomDefinition choice(ResolvedType type, SchemaGenerationContext context) {
        if (!type.getErasedType().isEnum()) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        new JsonKind.Choice(type.getErasedType()).words().forEach(words::add);
        return new CustomDefinition(schema);
    }

    /** Returns the place of a component in its record; reflection on fields promises no order. */
    private static int position(MemberScope<?, ?> member) {
        RecordComponent[] components = member.getRawMember().getDeclaringClass().getRecordComponents();
        int at = 0;
        while (at < components.length && !components[at].getName().equals(member.getDeclaredName())) {
            at++;
        }
        return at;
    }

    private static Optional<RecordParameter> parameter(FieldScope field) {
        return Arrays.stream(field.getRawMember().getDeclaringClass().getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .findFirst()
                .map(RecordParameter::of);
    }
}
