package cadre.service.command;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in words why the service cannot have its database when it starts. */
final class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {
    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int H2_IN_USE = 90020;

    /** SQLSTATE class of connections that cannot be made. */
    private static final String CONNECTION = "08";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        if (failure.getErrorCode() == H2_IN_USE) {
            return new FailureAnalysis(
                    "The database is in use by another process, perhaps by a service that was started before.",
                    "Stop that one, or give this one another database with --cadre.database.url=...",
                    failure);
        }
        String state = failure.getSQLState();
        if (state != null && state.startsWith(CONNECTION)) {
            return new FailureAnalysis(
                    "The database does not answer: " + failure.getMessage(),
                    "See that it runs and that --cadre.database.url=... is its address.",
                    failure);
        }
        return null;
    }
}
