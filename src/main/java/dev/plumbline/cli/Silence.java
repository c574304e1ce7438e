package dev.plumbline.cli;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Drivers and SchemaCrawler log by java.util.logging, addresses included; what people need to know they are told. So
 * there is no configuration, and with it no handler that would write anything.
 */
public final class Silence extends LogManager {

    /**
     * Fails, which Java takes as a configuration that cannot be read and says nothing about. After one that was read it
     * looks into every jar for another system of logging, which takes longer than all else that a start does.
     */
    @Override
    public void readConfiguration() throws IOException {
        throw new IOException("nothing is logged");
    }
}
