package dev.plumbline.sandbox;

import java.util.Map;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;
import org.sonatype.plexus.components.sec.dispatcher.SecDispatcher;

/** Passwords that were encrypted with {@code mvn --encrypt-password}, whose key is in settings-security.xml. */
final class MavenPasswords {

    private MavenPasswords() {}

    static SecDispatcher dispatcher() {
        return new DefaultSecDispatcher(
                new DefaultPlexusCipher(),
                Map.of(),
                MavenSettings.home().resolve(".m2/settings-security.xml").toString());
    }
}
