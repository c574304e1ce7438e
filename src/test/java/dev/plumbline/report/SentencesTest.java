package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.words.Messages;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.QueryFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says in English only, in the Spanish report. */
class SentencesTest {

    private static final Messages SPANISH = Messages.in("es");

    @Test
    void whatAMissingPrivilegeMeansIsSaidInSpanishForEveryQuery() {
        List<String> english = Stream.of("postgresql", "mysql", "cassandra")
                .flatMap(folder -> Catalog.load(folder).files().stream())
                .map(QueryFile::denied)
                .flatMap(Optional::stream)
                .filter(reason -> SPANISH.said(reason).equals(reason))
                .toList();

        assertThat(english).as("add them to report/sentences_es.txt").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there is no file that undoes it | no hay ningún fichero que la deshaga",
                "after the way down: unexpected column:a.b.c | tras la bajada: inesperado column:a.b.c",
                "up again: db/V12.sql:3: the postgresql sandbox refuses the statement: ERROR: column exists; mend the migration"
                        + " | al subir otra vez: db/V12.sql:3: la base de pruebas postgresql rechaza la sentencia: ERROR: column"
                        + " exists; corregir la migración",
                "a.py cannot be read as UTF-8; b.py cannot be listed | a.py no se puede leer como UTF-8; b.py no se puede recorrer",
                "facts of kind role were not shown to the account: without SELECT on the schema mysql other accounts are hidden"
                        + " | los hechos de tipo role: ocultos para la cuenta: sin SELECT sobre el esquema mysql no se ven las demás"
                        + " cuentas",
                "target settings was not chosen in this run | en esta ejecución no se eligió el destino settings",
                "no se leyeron todos los hechos de tipo role (leídos en parte): without SELECT on a sequence its properties are"
                        + " hidden | no se leyeron todos los hechos de tipo role (leídos en parte): sin SELECT sobre una secuencia no"
                        + " se ven sus propiedades",
                "index no se leyó por completo, y 12 reglas activas lo necesitan: whether indexes are complete is not known; GRANT"
                        + " SELECT ON system.x lets the account see it | index no se leyó por completo, y 12 reglas activas lo"
                        + " necesitan: no se sabe si los índices están completos; GRANT SELECT ON system.x deja que la cuenta lo vea",
                "el texto no decide production.SESSION_ENGINE: the environment variable SE has no default | el texto no decide"
                        + " production.SESSION_ENGINE: la variable de entorno SE no tiene valor por omisión",
                "la migración falló: relation a does not exist | la migración falló: relation a does not exist",
                "the expected side left it out: only SHOW CREATE shows it, which 'show_create: true' or --show-create asks of each"
                        + " table and view | el lado esperado lo omitió: solo lo muestra SHOW CREATE, que 'show_create: true' o"
                        + " --show-create piden de cada tabla y vista",
                "the account's own settings hide those that others get of lock_timeout | los ajustes propios de la cuenta ocultan"
                        + " los que reciben las demás de lock_timeout",
                "FATAL: too many connections | FATAL: too many connections"
            })
    void sentencesAreSaidInSpanishAndWordsOfAServerStay(String english, String spanish) {
        assertThat(SPANISH.said(english)).isEqualTo(spanish);
        assertThat(Messages.in("en").said(english)).isEqualTo(english);
    }
}
