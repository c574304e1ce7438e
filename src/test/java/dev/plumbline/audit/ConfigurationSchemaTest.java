package dev.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The schema that editors complete by says what the reader says. */
class ConfigurationSchemaTest {

    @Test
    void everyConfigurationOfTheProjectIsValid() throws IOException {
        for (String file : new String[] {"plumbline.yaml", "src/test/iact-bad/plumbline.yaml"}) {
            assertThat(errors(Files.readString(Path.of(file)))).as(file).isEmpty();
        }
    }

    @Test
    void theDocumentedExampleWithEveryKeyIsValid() throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        String example = page.substring(
                page.indexOf("```yaml") + "```yaml".length(), page.indexOf("```", page.indexOf("```yaml") + 3));
        assertThat(errors(example)).isEmpty();
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefuses() throws IOException {
        assertThat(errors("project: x\ntargets: {a: {engine: postgresql, migrations: [{tool: flywy, folder: x}]}}"))
                .isNotEmpty();
        assertThat(errors("project: x\ntargets: {a: {engine: postgresql}}\nlimits: {lock_seconds: 0}"))
                .isNotEmpty();
        assertThat(errors("project: x\ntargts: {}")).isNotEmpty();
    }

    private static List<com.networknt.schema.Error> errors(String yaml) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ConfigurationSchemaTest.class.getResourceAsStream("/schema/plumbline.schema.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            return schema.validate(yaml, InputFormat.YAML);
        }
    }
}
