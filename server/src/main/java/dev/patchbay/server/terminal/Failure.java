package dev.patchbay.server.terminal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.core.NestedExceptionUtils;

/** Why a command did not do what it was asked, for people, and the exit status that says it to scripts. */
final class Failure extends RuntimeException {
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int REFUSED = 3;
    static final int UNREACHABLE = 4;

    private final int exitStatus;

    private Failure(int exitStatus, String message, Throwable cause) {
        super(message, cause);
        this.exitStatus = exitStatus;
    }

    private Failure(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    static Failure misused(String message) {
        return new Failure(MISUSED, message);
    }

    static Failure refused(String message) {
        return new Failure(REFUSED, message);
    }

    /** Somebody answers, but not the server that was meant. */
    static Failure unknown(String message) {
        return new Failure(UNREACHABLE, message);
    }

    static Failure unwritable(IOException broken) {
        return new Failure(FAILED, "The file cannot be written: " + broken, broken);
    }

    static Failure uncopied(Exception broken) {
        return new Failure(
                FAILED,
                "There is no copy: "
                        + NestedExceptionUtils.getMostSpecificCause(broken).getMessage(),
                broken);
    }

    static Failure unsupported(LinkageError missing) {
        return new Failure(
                FAILED,
                "DuckDB does not come for this machine (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch") + "): export on another one",
                missing);
    }

    static Failure of(Exception failure) {
        return switch (failure) {
            case Failure known -> known;
            case IOException nobody
            when isUnreachable(nobody) -> new Failure(UNREACHABLE, "The server cannot be reached: " + nobody, nobody);
            case IOException broken -> new Failure(FAILED, "It broke off: " + broken, broken);
            default -> new Failure(FAILED, String.valueOf(failure.getMessage()), failure);
        };
    }

    /** Whether nobody has heard the question. */
    static boolean isUnreachable(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLException;
    }

    int exitStatus() {
        return exitStatus;
    }
}
