package dev.plumbline.source;

import dev.plumbline.fact.Snapshot;
import java.util.List;

/**
 * What a source found, and the evidence of how it looked.
 *
 * @param statements what was sent to the server, in order; empty for files
 */
public record Reading(Snapshot snapshot, List<Statement> statements) {

    public Reading {
        statements = List.copyOf(statements);
    }

    /**
     * @param name the query file, or what the statement is for
     * @param text as sent, without values of parameters
     * @param rows how many rows came back
     * @param micros time from sending to the last row
     */
    public record Statement(String name, String text, long rows, long micros) {}
}
