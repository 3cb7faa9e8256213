package dev.patchbay.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;

/**
 * The last answer about each of some things that every request asks about: it is given again until the views change. What was so in the
 * past, and what is not there, is looked up each time: nobody can make it forget the others by asking for those.
 */
public final class LatestAnswers<T> {

    private static final int MOST = 10_000;

    private final Progress progress;
    private final LookUp<T> lookUp;
    private final Cache<Long, Known<T>> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            // Too many are forgotten by whoever brings the one too many, not some time later.
            .executor(Runnable::run)
            .build();

    /** Looks a thing up as of a position. */
    @FunctionalInterface
    public interface LookUp<T> {
        Answer<T> find(long id, long position);
    }

    public LatestAnswers(Progress progress, LookUp<T> lookUp) {
        this.progress = progress;
        this.lookUp = lookUp;
    }

    /** Waits until the moment is in the views. */
    public Answer<T> about(long id, Moment moment) {
        // Before the position: what was read before a change is never taken for what is so after it.
        long changes = progress.changes();
        long position = progress.await(moment);
        if (moment.exactly() != null) {
            return lookUp.find(id, position);
        }
        Known<T> last = known.getIfPresent(id);
        if (last != null && last.changes == changes && last.given.position() == position) {
            return last.given;
        }
        Answer<T> answer = lookUp.find(id, position);
        if (answer.found().isPresent()) {
            known.put(id, new Known<>(changes, answer));
        }
        return answer;
    }

    private record Known<T>(long changes, Answer<T> given) {}
}
