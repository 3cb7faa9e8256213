package dev.patchbay.rest;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.rest.exchange.RetainedAnswers;
import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.account.AccountView;
import dev.patchbay.shared.agent.AgentQuery.FindAgentAuthority;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyView;
import dev.patchbay.shared.call.CallCommand;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import dev.patchbay.shared.call.CallQuery.CalledOperator;
import dev.patchbay.shared.call.CallQuery.CalledProject;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import dev.patchbay.shared.call.CallQuery.FindCalledProject;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.operator.OperatorSummary;
import dev.patchbay.shared.project.ProjectDetail;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.AcceptedRequest;
import dev.patchbay.shared.request.FindAcceptedRequest;
import dev.patchbay.shared.request.RequestKey;
import dev.patchbay.shared.virtualnumber.FallbackView;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListHeldPhoneNumbers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.QueryGateway;

/** Both sides in miniature, on Axon's own command bus: enough operators to see what the API does with them. */
final class Backend implements Credentials, RetainedAnswers {
    static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    static final String KEY = "idc_" + "k".repeat(32);
    static final String SCOPED_KEY = "idc_" + "s".repeat(32);
    static final String READING_KEY = "idc_" + "r".repeat(32);
    static final String WRITING_KEY = "idc_" + "w".repeat(32);
    static final String EXPIRED_KEY = "idc_" + "e".repeat(32);
    static final String REVOKED_KEY = "idc_" + "x".repeat(32);

    final List<CommandMessage<?>> dispatched = new CopyOnWriteArrayList<>();
    final List<Query<?>> asked = new CopyOnWriteArrayList<>();
    final Deque<RuntimeException> refusals = new ArrayDeque<>();
    final Map<RequestKey, AcceptedRequest> accepted = new HashMap<>();
    final Map<RequestKey, RetainedAnswer> retained = new HashMap<>();
    final Map<Class<?>, Function<Query<?>, Answer<?>>> answers = new HashMap<>();
    final CallBook calls = new CallBook();
    final SomeAgents agents = new SomeAgents();
    Runnable whileDeciding = () -> {};

    private final Map<String, Long> digests = new HashMap<>();
    private final Map<Long, ApiKeyView> keys = new HashMap<>();
    private final Map<Long, OperatorDetail> operators = new HashMap<>();
    private final Map<Long, Long> versions = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(100);
    private final AtomicLong position = new AtomicLong(40);

    Backend() {
        key(1, KEY, null, null, "read", "write", "delete", "admin");
        key(2, SCOPED_KEY, 5L, null, "read", "write", "delete", "admin");
        key(3, READING_KEY, null, null, "read");
        key(4, WRITING_KEY, null, null, "write");
        key(5, EXPIRED_KEY, null, NOON, "read");
        digests.put(Digest.of(REVOKED_KEY), 6L);
        operator(12, "Alice Carter");
        answering(FindApiKey.class, query -> answer(keys.get(query.apiKeyId()), 0));
        answering(
                FindOperator.class,
                query -> answer(operators.get(query.operatorId()), versions.getOrDefault(query.operatorId(), 0L)));
        answering(
                ListOperators.class,
                query -> Answer.list(
                        new Listing<>(
                                List.of(new OperatorSummary(12, "Alice Carter", "+15555550112", null, true, "AC", 1)),
                                41),
                        position.get()));
        answering(FindAcceptedRequest.class, query -> answer(accepted.get(query.requestKey()), -1));
        answering(FindProject.class, query -> query.projectId() == 5 ? answer(project(), 3) : Answer.none(40));
        answering(
                FindVirtualNumber.class, query -> query.virtualNumberId() == 7 ? answer(number(), 9) : Answer.none(40));
        answering(FindCall.class, query -> answer(calls.find(query.callId()), calls.version(query.callId())));
        answering(ListCalls.class, query -> Answer.list(calls.page(query), position.get()));
        answering(ListKnownReferences.class, query -> Answer.list(calls.known(query.references()), position.get()));
        answering(
                FindCalledNumber.class,
                query -> query.virtualNumberId() == 7 ? answer(new CalledNumber(7, "LT"), 9) : Answer.none(40));
        answering(
                FindCalledOperator.class,
                query -> query.operatorId() == 12 ? answer(new CalledOperator(12), 0) : Answer.none(40));
        answering(FindAccount.class, query -> answer(new AccountView(query.accountId(), "First", NOON), 0));
        answering(FindAgentAuthority.class, query -> answer(agents.authorities.get(query.agentId()), 0));
        answering(
                FindCalledProject.class,
                query -> query.projectId() == 5 ? answer(new CalledProject(5), 3) : Answer.none(40));
        answering(ListHeldPhoneNumbers.class, query -> Answer.list(List.of(), position.get()));
    }

    <Q extends Query<?>> void answering(Class<Q> type, Function<Q, Answer<?>> answer) {
        answers.put(type, query -> answer.apply(type.cast(query)));
    }

    Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    List<Object> commands() {
        return dispatched.stream()
                .map(CommandMessage::getPayload)
                .filter(Together.class::isInstance)
                .<Object>flatMap(together -> ((Together) together).commands().stream())
                .toList();
    }

    Provenance lastProvenance() {
        return Provenance.from(dispatched.getLast().getMetaData()).orElseThrow();
    }

    Together lastTogether() {
        return (Together) dispatched.getLast().getPayload();
    }

    CommandGateway commandGateway() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(AllocateId.class.getName(), message -> note(message, ids.incrementAndGet()));
        bus.subscribe(Together.class.getName(), message -> {
            Object noted = note(message, "done");
            whileDeciding.run();
            RuntimeException refusal = refusals.poll();
            if (refusal != null) {
                throw refusal;
            }
            ((Together) message.getPayload()).commands().forEach(this::apply);
            return noted;
        });
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    QueryGateway queryGateway() {
        return new DirectQueryGateway(query -> {
            asked.add(query);
            return answers.get(query.getClass()).apply(query);
        });
    }

    /** Forgets what was asked of it, not what came of it. */
    void forget() {
        dispatched.clear();
        asked.clear();
        refusals.clear();
        retained.clear();
        whileDeciding = () -> {};
    }

    void refuse(Refusal.Reason reason, String message) {
        refusals.add(new Refusal(reason, message));
    }

    void operator(long id, String name) {
        operators.put(id, new OperatorDetail(id, name, "+15555550112", null, true, "AC", new ArrayList<>()));
        versions.merge(id, 1L, Long::sum);
    }

    @Override
    public void store(long apiKeyId, String digest) {
        digests.put(digest, apiKeyId);
    }

    @Override
    public OptionalLong find(String digest) {
        Long id = digests.get(digest);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public void touch(long apiKeyId, Instant at) {}

    @Override
    public Map<Long, Instant> lastUsed(Collection<Long> apiKeyIds) {
        return apiKeyIds.stream().collect(Collectors.toMap(id -> id, id -> NOON));
    }

    @Override
    public Optional<RetainedAnswer> find(RequestKey requestKey, Instant now) {
        return Optional.ofNullable(retained.get(requestKey));
    }

    @Override
    public void retain(RequestKey requestKey, RetainedAnswer answer, Instant at) {
        retained.put(requestKey, answer);
    }

    private Object note(CommandMessage<?> message, Object answer) {
        dispatched.add(message);
        return answer;
    }

    private void apply(Object command) {
        position.incrementAndGet();
        switch (command) {
            case CreateOperator create ->
                operator(create.id().value(), create.name().value());
            case RenameOperator rename ->
                operator(rename.id().value(), rename.name().value());
            case AcceptRequest accept ->
                accepted.put(
                        accept.id(),
                        new AcceptedRequest(accept.fingerprint(), accept.result(), accept.now(), position.get()));
            case CallCommand call -> calls.apply(call);
            default -> {
                // Nothing that these tests look at.
            }
        }
    }

    private <T> Answer<T> answer(T view, long version) {
        return new Answer<>(view, version, position.get());
    }

    private void key(long id, String key, Long project, Instant expiresAt, String... permissions) {
        digests.put(Digest.of(key), id);
        keys.put(id, new ApiKeyView(id, 1, "Key", key.substring(0, 8), List.of(permissions), project, expiresAt, NOON));
    }

    private static ProjectDetail project() {
        return new ProjectDetail(
                5, "Sales", "en", null, NOON, NOON, null, "en", "en", null, null, null, true, 75.0, 0, 1);
    }

    private static VirtualNumberDetail number() {
        return new VirtualNumberDetail(
                7,
                "+15551234567",
                null,
                "US",
                true,
                true,
                "priority",
                20,
                new FallbackView("hangup", null, null),
                false,
                new VirtualNumberDetail.Stats(0, 0, 0, 0),
                List.of(new VirtualNumberDetail.AttachedOperator(12, "Alice Carter", "+15555550112", "AC", 0, null)),
                List.of(),
                List.of());
    }
}
