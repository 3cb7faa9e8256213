package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Json;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.caller.AgentCaller;
import dev.patchbay.rest.caller.Caller;
import dev.patchbay.rest.request.Body;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Line;
import dev.patchbay.rest.request.Members;
import dev.patchbay.rest.request.Point;
import dev.patchbay.rest.request.QueryString;
import dev.patchbay.rest.request.Upload;
import dev.patchbay.rest.request.UploadedFile;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Provenance.Cause;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request of a known caller, from what it says to what it is answered. */
public final class Exchange {
    private static final String BLAME = "blame";

    private final Asked asked;
    private final Questions questions;
    private final Decisions decisions;
    private final Writes writes;
    private final History history;
    private @Nullable Moment moment;

    Exchange(Asked asked, Questions questions, Decisions decisions, Writes writes, History history) {
        this.asked = asked;
        this.questions = questions;
        this.decisions = decisions;
        this.writes = writes;
        this.history = history;
    }

    public Caller caller() {
        return asked.caller();
    }

    /** The agent who calls. */
    public AgentCaller agent() {
        return asked.agent();
    }

    /** What the caller may see. */
    public Scope scope() {
        return asked.actor().scope();
    }

    /** The state of the log that the caller wants to be answered from. */
    public Moment moment() {
        Moment known = moment;
        if (known == null) {
            long atLeast = asked.headers().minPosition();
            known = point("as_of").map(Moment::exactly).orElseGet(() -> Moment.atLeast(atLeast));
            moment = known;
        }
        return known;
    }

    /** The position that a parameter means which names a place in the history, if it is there; not one of the future. */
    public Optional<Long> point(String name) {
        return asked.point(name).map(point -> history.position(name, point, scope()));
    }

    /** A position that something of this name in the request is; not one of the future. */
    public long reached(String name, long position) {
        return history.position(name, new Point(position, null), scope());
    }

    /** The first position of a part of the history that a parameter says the beginning of. */
    public Optional<Long> beginning(String name) {
        return asked.point(name).map(history::beginning);
    }

    /** The last position of a part of the history that a parameter says the end of. */
    public Optional<Long> end(String name) {
        return asked.point(name).map(history::end);
    }

    /** The position that the caller is answered from. */
    public long position() {
        return questions.ask(new FindAccount(scope().accountId(), moment())).position();
    }

    /** The position that a text means which names a place in the history; not one of the future. */
    public long positionOf(String name, String text) {
        return history.position(name, Point.parse(name, text), scope());
    }

    /** What happens from now on in this request is because of something in the history. */
    public void because(Cause cause) {
        asked.because(cause);
    }

    /** The members of the body. */
    public Fields fields() {
        return body().fields();
    }

    /** The members of the body, which may be a form. */
    public Members members() {
        return body().members();
    }

    /** The members of the body of a request that needs none. */
    public Fields fieldsIfAny() {
        return body().fieldsIfAny();
    }

    public Optional<String> parameter(String name) {
        return parameters().get(name);
    }

    /** The part of a list that is asked for, or null for the whole. */
    public @Nullable Page page() {
        return parameters().page();
    }

    /** How many entries a part of a list may have. */
    public int pageSize() {
        return parameters().pageSize();
    }

    /** The body of many lines; to be closed. */
    public Upload upload() {
        prepareWrite();
        Optional<String> unused = asked.headers().idempotencyKey();
        return asked.upload();
    }

    /** The file that comes as the part of this name, if it does; to be closed. */
    public Optional<UploadedFile> file(String name) {
        prepareWrite();
        return asked.file(name);
    }

    /** Who asks, for what goes on after the answer. */
    public Provenance provenance() {
        return asked.provenance();
    }

    public <T> Answer<T> ask(Query<T> query) {
        return questions.ask(query);
    }

    /**
     * Looks something up that must be there.
     *
     * @throws Problem when it does not exist, or not for this caller
     */
    public <T> Found<T> find(Query<T> query) {
        return find(query, Problem::notFound);
    }

    /** The same where the caller says what it means when it is not there. */
    public <T> Found<T> find(Query<T> query, Supplier<Problem> otherwise) {
        return look(query).orElseThrow(otherwise);
    }

    /** The same of what need not be there. */
    public <T> Optional<Found<T>> look(Query<T> query) {
        Answer<T> answer = questions.ask(query);
        return answer.found().map(view -> new Found<>(view, answer.version(), answer.position()));
    }

    public long allocate(Kind kind) {
        return decisions.allocate(kind, asked.provenance());
    }

    /** The key that this request makes under an id; the same when the request is sent again under its Idempotency-Key. */
    public NewKey newKey(long apiKeyId) {
        return NewKey.derive(asked.keySecret(), asked.keyText() + apiKeyId);
    }

    /**
     * The pair of keys that this request makes for an agent at a version; the same when it is sent again under its
     * Idempotency-Key, and another one when that is forgotten.
     */
    public NewKeyPair newKeyPair(AgentId agent, long version) {
        return NewKeyPair.derive(asked.keySecret(), asked.keyText() + agent + " at " + version);
    }

    /** Answers with one thing. */
    public Reply read(Query<?> query) {
        return read(find(query));
    }

    /** Answers with one thing that was looked up. */
    public Reply read(Found<?> found) {
        return found.reply(200).unlessKnown(asked.ifNoneMatch(), found.version());
    }

    /** Answers with one thing that has a history; it says who set each field when the caller asks for that. */
    public Reply read(Kind kind, Which which, Found<?> found) {
        return read(
                isToBlame()
                        ? found.as(view -> Json.with(
                                view,
                                BLAME,
                                blame(new FindBlame(kind, which, scope(), Moment.exactly(found.position())))))
                        : found);
    }

    private boolean isToBlame() {
        return parameter("include")
                .map(what -> {
                    if (!what.equals(BLAME)) {
                        throw Problem.parameter("include must be blame");
                    }
                    return true;
                })
                .orElse(false);
    }

    private Map<String, BlameShape> blame(FindBlame query) {
        Map<String, BlameShape> blame = new LinkedHashMap<>();
        find(query).view().forEach(field -> blame.put(field.field(), BlameShape.of(field.entry())));
        return blame;
    }

    /** Answers with a list, or the part of it that was asked for. */
    public <T> Reply list(Query<Listing<T>> query) {
        return list(query, Function.identity());
    }

    /** The same, its entries in another shape. */
    public <T, S> Reply list(Query<Listing<T>> query, Function<T, S> shape) {
        return listTogether(query, entries -> entries.stream().map(shape).toList());
    }

    /** The same where the shapes of all entries take one look-up. */
    public <T, S> Reply listTogether(Query<Listing<T>> query, Function<List<T>, List<S>> shapes) {
        Found<Listing<T>> found = find(query);
        List<S> entries = shapes.apply(found.view().entries());
        return list(Reply.list(entries, meta(found.view().total())), found.position());
    }

    /** Answers with a list that was put together here. */
    public Reply list(Reply reply, long position) {
        return reply.tagged(-1).at(position).unlessKnown(asked.ifNoneMatch(), -1);
    }

    /**
     * Looks whether the write is about what the caller saw, for one that takes long to find out what to do.
     *
     * @throws Problem when it is not
     */
    public void expect(Found<?> seen) {
        Writes.expect(asked.ifMatch(), seen);
    }

    /** The same of what may be gone, so that it is not what any caller saw. */
    public void expect(Optional<? extends Found<?>> seen) {
        if (seen.isEmpty() && asked.ifMatch() != null) {
            throw Problem.stale();
        }
        seen.ifPresent(this::expect);
    }

    /**
     * Lets something happen, once.
     *
     * @param intent looks up what the write is about, then reads the body, then says what to do; may run several times, not at
     *     all when the same request took effect before
     * @param answer what to say when it has happened
     */
    public Reply write(Supplier<Intent> intent, Function<Accepted, Reply> answer) {
        return writes.perform(this, intent, answer);
    }

    /**
     * Has a part of what a request asks for decided as one.
     *
     * @return whether it was; if not, others decided about the same thing first, and it is worth looking again
     * @throws Problem that says why not
     */
    public boolean decide(List<Command> commands) {
        return writes.decide(Together.of(commands), asked.provenance());
    }

    /** A line of a request that names an Idempotency-Key, as a request of its own that may safely be sent again. */
    public Optional<SafeRetry> safeRetry(Line line) {
        return asked.safeRetry(line);
    }

    /** What came of a request that took effect before. */
    public OptionalLong earlier(SafeRetry retry) {
        return writes.earlier(retry);
    }

    /** Waits until all that was decided can be seen; the position then. */
    public long catchUp() {
        return questions
                .ask(new FindAccount(scope().accountId(), Moment.head()))
                .position();
    }

    /** What a write answers when it made or changed something. */
    public Reply show(int status, Query<?> query) {
        return show(status, find(query));
    }

    /** The same of what was looked up. */
    public Reply show(int status, Found<?> found) {
        return found.reply(status);
    }

    /** What a write answers that leaves nothing to show; only once the view has the effect. */
    public Reply afterwards(Query<?> query, Reply reply) {
        return reply.at(questions.ask(query).position());
    }

    Asked asked() {
        return asked;
    }

    /**
     * Headers that are wrong are no part of the request that an Idempotency-Key stands for: they come before it, and so does a
     * position that is not reached.
     */
    void prepareWrite() {
        Provenance unused = asked.provenance();
        if (moment().atLeast() > 0) {
            questions.ask(new FindAccount(scope().accountId(), moment()));
        }
    }

    boolean looksAtAll() {
        return moment().equals(Moment.head());
    }

    /** From now on looks at all that is decided: what was seen so far was too old. */
    void lookAgain() {
        moment = Moment.head();
    }

    private Body body() {
        return asked.body();
    }

    private QueryString parameters() {
        return asked.parameters();
    }

    private Reply.@Nullable Meta meta(long total) {
        Page page = page();
        if (page == null) {
            return null;
        }
        long pages = (total + page.size() - 1) / page.size();
        return new Reply.Meta(page.number(), pages, total, page.size());
    }
}
