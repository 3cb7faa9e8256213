package dev.patchbay.server.sqlite;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How far a processor was when its last transaction committed. */
public final class StoredProgress {

    private StoredProgress() {}

    public static long of(String processor, TokenStore tokens, PlatformTransactionManager transactions) {
        Long position = new TransactionTemplate(transactions).execute(status -> stored(processor, tokens));
        return position == null ? 0 : position;
    }

    private static long stored(String processor, TokenStore tokens) {
        if (tokens.fetchSegments(processor).length == 0) {
            return 0;
        }
        TrackingToken token = tokens.fetchToken(processor, 0);
        return token == null ? 0 : token.position().orElse(0);
    }
}
