package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NormalFormTest {

    @Test
    void everyFormBringsAttributesOfItsKindToOneSpelling() {
        List<NormalForm> forms = Catalog.normalForms();
        assertThat(forms).extracting(NormalForm::reader).contains("postgresql", "mysql", "cassandra");
        for (NormalForm form : forms) {
            Map<String, Kind> kinds = Catalog.load(form.reader()).kinds().stream()
                    .collect(Collectors.toMap(Kind::name, Function.identity()));
            Set<String> known = kinds.get(form.kind()).attributes().stream()
                    .map(Kind.Attribute::name)
                    .collect(Collectors.toSet());
            assertThat(form.attributes())
                    .as("%s of %s.%s", form.name(), form.reader(), form.kind())
                    .allMatch(attribute -> attribute.equals("path") || known.contains(attribute));
            assertThat(form.reason()).endsWith(".");
        }
    }

    @Test
    void aFormOfOneReaderHasOneVersion() {
        assertThat(Catalog.normalForms().stream()
                        .collect(Collectors.groupingBy(
                                form -> form.reader() + " " + form.name(),
                                Collectors.mapping(NormalForm::version, Collectors.toSet()))))
                .allSatisfy((name, versions) -> assertThat(versions).as(name).hasSize(1));
    }

    @Test
    void whatIsNoDeclarationIsRefused() {
        assertThatThrownBy(() -> NormalForm.parse("mysql", "column", "width (type) No version."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'width (type) No version.' is no 'name@version (attributes) reason'");
    }
}
