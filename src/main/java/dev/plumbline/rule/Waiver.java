package dev.plumbline.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * An accepted exception. Dates are whole days in UTC; the last day still counts.
 *
 * @param rule id of the rule, or of a control, that is waived
 * @param target a target's name, or {@code *}
 * @param path text form of a path; {@code *} within a name, {@code **} across names
 * @param approver someone other than the owner
 * @param created and {@code expires}: 1 January 1970 if missing
 * @param missing mandatory keys that were left out; such a waiver waives nothing
 */
public record Waiver(
        String id,
        String rule,
        String target,
        String path,
        String reason,
        String owner,
        String approver,
        String risk,
        String ticket,
        LocalDate created,
        LocalDate expires,
        List<String> missing,
        String file) {

    public Waiver {
        missing = List.copyOf(missing);
    }
}
