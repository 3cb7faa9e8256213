package dev.patchbay.command;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Refusal;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the views, once they hold all that is in the log, what belongs to something. */
@Component
public class Memberships {

    private static final long PATIENCE_SECONDS = 30;
    private static final int MOST_AT_ONCE = 1_000;

    private static final String ASKED = Memberships.class.getName() + "/asked";

    private final QueryGateway queries;

    Memberships(QueryGateway queries) {
        this.queries = queries;
    }

    /** Whether the views were asked within a unit of work, so that what it decides rests on more than the streams that it has read. */
    public static boolean wereAsked(UnitOfWork<?> root) {
        return root.resources().containsKey(ASKED);
    }

    /** The view; refuses as unavailable when the views do not answer. */
    @SuppressWarnings("unchecked")
    public <T> T of(Query<T> query) {
        CurrentUnitOfWork.get().root().resources().put(ASKED, true);
        try {
            Answer<T> answer = queries.query(query, ResponseTypes.instanceOf(Answer.class))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer.found().orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    /** Those who lose something in the commit that deletes it; refused when they are too many for one commit. */
    public List<Long> losing(Query<List<Long>> query, String what) {
        List<Long> losing = of(query);
        if (losing.size() > MOST_AT_ONCE) {
            throw new Refusal(
                    Refusal.Reason.INVALID,
                    what + " has more than " + MOST_AT_ONCE + " agents, please take it from some of them first");
        }
        return losing;
    }

    private static Refusal unavailable(Exception cause) {
        return new Refusal(Refusal.Reason.UNAVAILABLE, "the views do not answer", cause);
    }
}
