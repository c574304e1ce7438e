package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Source;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.util.Calendar;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.postgresql.Driver;

/** Reads PostgreSQL databases: {@code jdbc:postgresql://host:port/database?currentSchema=schema}. */
public final class PostgresReader implements DatabaseReader {

    /** As configuration and snapshots name it, and the folder of the query files. */
    static final String ENGINE = "postgresql";

    @Override
    public List<String> engines() {
        return List.of(ENGINE);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    /**
     * Who logs in proves a password by an algorithm that Java looks for among all the providers it has; and the driver asks
     * Java how numbers and days are written here, for versions and zones of time.
     */
    @Override
    public void prepare() {
        try {
            new Driver();
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(new char[] {'-'}, new byte[16], 1, 256));
            Mac.getInstance("HmacSHA256");
            Normalizer.normalize("-", Normalizer.Form.NFKC);
            NumberFormat.getIntegerInstance();
            Calendar.getInstance();
        } catch (GeneralSecurityException e) {
            // The driver says what is missing, should it be asked for a password.
            return;
        }
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds) {
        return new PostgresSource(endpoint, kinds);
    }
}
