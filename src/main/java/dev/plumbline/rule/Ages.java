package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long ago a date or time is. */
final class Ages {

    private static final Pattern TIME = Pattern.compile(
            "(?<date>\\d{4}-\\d{2}-\\d{2})(?:[T ](?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(?<zone>Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Ages() {}

    static long days(String text, Instant now) {
        return Math.floorDiv(Duration.between(instant(text), now).toSeconds(), 86_400L);
    }

    static long secondsBetween(String from, String to) {
        return Duration.between(instant(from), instant(to)).toSeconds();
    }

    private static Instant instant(String text) {
        Matcher match = TIME.matcher(text.strip());
        if (!match.matches()) {
            throw notATime(text);
        }
        try {
            String date = match.group("date");
            String time = match.group("time");
            String zone = match.group("zone");
            if (time == null) {
                return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (zone == null || zone.equals("Z") || zone.equals("UTC")) {
                return LocalDateTime.parse(date + "T" + time).toInstant(ZoneOffset.UTC);
            }
            String offset = zone.length() == 3
                    ? zone + ":00"
                    : zone.contains(":") ? zone : zone.substring(0, 3) + ":" + zone.substring(3);
            return OffsetDateTime.parse(date + "T" + time + offset).toInstant();
        } catch (DateTimeParseException e) {
            throw notATime(text);
        }
    }

    private static EvalError notATime(String text) {
        return new EvalError(CelErrorCode.BAD_FORMAT, "'" + text + "' is neither a date nor a time");
    }
}
