package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.NodeUnavailableException;
import com.datastax.oss.driver.api.core.UnsupportedProtocolVersionException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.ConnectionInitException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong between us and a node, in words.
 *
 * @param everywhere whether every other node would say the same
 */
record Fault(String what, String mend, boolean everywhere) {

    /**
     * The server has one code for a wrong password and for accounts that lie on nodes that are down, and one for a missing
     * privilege and for privileges that lie there: only this start of its message tells them apart.
     */
    private static final String NOT_LOOKED_UP = "Unable to perform auth";

    /** The driver's sockets and steps are of no help: "[s0|control|…] Protocol initialization request, step 1 (OPTIONS): …". */
    private static final Pattern INITIALISING = Pattern.compile(
            ".*request, step \\d+ \\([A-Z_]+\\): (?:unexpected failure \\([\\w.$]+: )?(?<how>.*?)\\)?\\s*$");

    private static final String LOG = "see whether the server runs, and look into its log";

    /** Why a node that speaks the protocol lets nobody in. */
    static Fault atTheDoor(Throwable error, Optional<String> user) {
        for (Throwable cause : causes(error)) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof AuthenticationException) {
                if (message.contains(NOT_LOOKED_UP)) {
                    return new Fault(
                            "cannot look up the account " + user.orElse("") + ": the nodes that hold it do not answer",
                            "start them, or give system_auth more replicas",
                            false);
                }
                return new Fault(
                        user.map(name -> "the server does not let " + name + " in with this password")
                                .orElse("the server asks for a user and a password"),
                        "check user and password of the target",
                        true);
            }
            if (cause instanceof UnsupportedProtocolVersionException) {
                return new Fault(
                        "speaks only versions of the protocol that are too old: Cassandra is read from 4.0 on",
                        "upgrade the server",
                        false);
            }
            if (cause instanceof BootstrappingException) {
                return new Fault("is still joining the cluster", "wait, or name another node", false);
            }
            if (cause instanceof OverloadedException) {
                return new Fault("has too much to do and refuses statements", "wait, or name another node", false);
            }
        }
        return new Fault(
                "answered the first message, and then no connection could be made: " + reason(error), LOG, false);
    }

    /** Whether the server itself says that it cannot answer; otherwise nothing is heard of it. */
    static boolean isAnAnswer(Throwable error) {
        return causes(error).stream().anyMatch(CoordinatorException.class::isInstance);
    }

    /** Whether a privilege is missing; the server says so too if it could not find out. */
    static boolean isDenial(Throwable error) {
        return error instanceof UnauthorizedException
                && !String.valueOf(error.getMessage()).contains(NOT_LOOKED_UP);
    }

    /** The innermost reason, in one line. */
    static String reason(Throwable error) {
        Throwable last = error;
        for (Throwable cause : causes(error)) {
            last = cause;
        }
        if (last instanceof ReadTimeoutException late) {
            return late.getBlockFor() + " of the nodes that hold it must answer, and " + late.getReceived()
                    + " did in time";
        }
        if (last instanceof UnavailableException down) {
            return down.getRequired() + " of the nodes that hold it must be up, and " + down.getAlive() + " are";
        }
        if (last instanceof UnauthorizedException && !isDenial(last)) {
            return "the nodes that hold the privileges of the account do not answer";
        }
        if (last instanceof DriverTimeoutException) {
            return "no answer came within the time-out";
        }
        if (last instanceof ConnectionInitException) {
            return INITIALISING
                    .matcher(String.valueOf(last.getMessage()).replace('\n', ' '))
                    .replaceFirst("${how}");
        }
        if (last instanceof NodeUnavailableException) {
            return "no further connection could be made";
        }
        if (last instanceof ClosedConnectionException) {
            return "it was closed from the other side";
        }
        @Nullable String message = last.getMessage();
        return (message == null ? last.getClass().getSimpleName() : message)
                .lines()
                .findFirst()
                .orElse("");
    }

    private static List<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable e = error; e != null && !causes.contains(e); e = e.getCause()) {
            causes.add(e);
            if (e instanceof AllNodesFailedException all) {
                all.getAllErrors().values().forEach(causes::addAll);
            }
        }
        return causes;
    }
}
