package dev.patchbay.query;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Event;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.account.AccountEvent;
import dev.patchbay.shared.agent.AgentEvent;
import dev.patchbay.shared.apikey.ApiKeyEvent;
import dev.patchbay.shared.assistant.AssistantEvent;
import dev.patchbay.shared.call.CallEvent;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.claim.NameEvent;
import dev.patchbay.shared.domain.DomainEvent;
import dev.patchbay.shared.identity.IdentityEvent;
import dev.patchbay.shared.mail.MailEvent;
import dev.patchbay.shared.operator.OperatorEvent;
import dev.patchbay.shared.project.ProjectEvent;
import dev.patchbay.shared.replay.ReplayEvent;
import dev.patchbay.shared.request.RequestAccepted;
import dev.patchbay.shared.role.RoleEvent;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.team.TeamEvent;
import dev.patchbay.shared.virtualnumber.FallbackPlanEvent;
import dev.patchbay.shared.virtualnumber.PhoneNumberEvent;
import dev.patchbay.shared.virtualnumber.VirtualNumberEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A log whose events go, batch by batch, through every projection into a SQLite file that every answer is read from. */
public final class ProjectedLog implements AutoCloseable {

    /** The time of position 0; each event comes a second after the one before. */
    public static final Instant START = Instant.parse("2026-04-15T10:00:00Z");

    /** Who asked for every event. */
    public static final Provenance CALLER = new Provenance(1, "api_key", 5, "req-1", null, null, null);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SingleConnectionDataSource writing;
    private final SingleConnectionDataSource reading;
    private final DataSourceTransactionManager transactions;
    private final ViewsInvoker invoker;
    private final QueryGateway queries;
    private final Map<String, Long> versions = new HashMap<>();
    private final List<TrackedEventMessage<?>> log = new ArrayList<>();
    private final List<String> statementsRead = Collections.synchronizedList(new ArrayList<>());
    private final List<String> statementsWritten = new ArrayList<>();
    private Provenance caller = CALLER;
    private @Nullable Instant clock;
    private long position;

    public ProjectedLog(Path directory) {
        Path file = directory.resolve("views.db");
        writing = new SingleConnectionDataSource(
                ListeningConnection.around(open(file, false), statementsWritten::add), true);
        transactions = new DataSourceTransactionManager(writing);
        Schema.create(writing);
        reading = new SingleConnectionDataSource(open(file, true), true);
        Views views = new Views(writing, listenedTo(reading));
        context.registerBean(Views.class, () -> views);
        Progress progress = new Progress(() -> position, Duration.ofSeconds(10));
        context.registerBean(Progress.class, () -> progress);
        context.scan("dev.patchbay.query");
        context.refresh();
        DeadLetters letters = new DeadLetters(views, Projections.among(context), this::at, ProjectedLog::isFull);
        invoker = new ViewsInvoker(letters, progress);
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        for (Object bean : context.getBeansOfType(Object.class).values()) {
            if (bean.getClass().getSimpleName().endsWith("Answers")) {
                new AnnotationQueryHandlerAdapter<>(bean).subscribe(bus);
            }
        }
        queries = DefaultQueryGateway.builder().queryBus(bus).build();
    }

    /** From now on somebody else asks. */
    public ProjectedLog by(Provenance other) {
        caller = other;
        return this;
    }

    /** From now on every event is recorded at this time. */
    public ProjectedLog recordedAt(Instant time) {
        clock = time;
        return this;
    }

    /** Appends the events and projects them in one batch; answers the position of the last. */
    public long append(Event... events) {
        return append(List.of(events));
    }

    public long append(List<? extends Event> events) {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        for (Event event : events) {
            batch.add(message(event));
        }
        log.addAll(batch);
        BatchingUnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.start();
        unit.attachTransaction(this::begin);
        var result = unit.executeWithResult(() -> {
            invoker.handle(unit.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        if (result.isExceptional()) {
            throw new AssertionError(result.exceptionResult());
        }
        return position;
    }

    @SuppressWarnings("unchecked")
    public <T> Answer<T> answer(Query<T> query) {
        return queries.query(query, ResponseTypes.instanceOf(Answer.class)).join();
    }

    /** The view that must be there. */
    public <T> T view(Query<T> query) {
        return answer(query).found().orElseThrow();
    }

    public long position() {
        return position;
    }

    public DataSource database() {
        return writing;
    }

    public List<String> statementsRead() {
        return statementsRead;
    }

    /** What projections write, and ask meanwhile. */
    public List<String> statementsWritten() {
        return statementsWritten;
    }

    public Collection<Object> projections() {
        return context.getBeansWithAnnotation(ProcessingGroup.class).values();
    }

    @Override
    public void close() {
        context.close();
        reading.destroy();
        writing.destroy();
    }

    private TrackedEventMessage<?> at(long wanted) {
        return log.get((int) wanted - 1);
    }

    private static boolean isFull(Throwable failure) {
        return failure.getCause() instanceof SQLiteException e && e.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    private Transaction begin() {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                transactions.commit(status);
            }

            @Override
            public void rollback() {
                transactions.rollback(status);
            }
        };
    }

    private TrackedEventMessage<?> message(Event event) {
        position++;
        String stream = stream(event);
        long version = versions.merge(stream, 1L, Long::sum) - 1;
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "any",
                        stream,
                        version,
                        event,
                        MetaData.from(caller.toMetaData()),
                        "event-" + position,
                        Objects.requireNonNullElse(clock, START.plusSeconds(position))));
    }

    private static String stream(Event event) {
        return switch (event) {
            case AgentEvent agent -> "agent-" + agent.agentId();
            case TeamEvent team -> "team-" + team.teamId();
            case RoleEvent role -> "role-" + role.roleId();
            case NameEvent name -> "name_of_" + name.kind() + "-" + name.name();
            case AccountEvent account -> "account-" + account.accountId();
            case ApiKeyEvent key -> "api_key-" + key.apiKeyId();
            case OperatorEvent operator -> "operator-" + operator.operatorId();
            case AssistantEvent assistant -> "assistant-" + assistant.assistantId();
            case DomainEvent domain -> "domain-" + domain.domainId();
            case IdentityEvent identity -> "identity-" + identity.identityId();
            case ReplayEvent replay -> "replay-" + replay.replayId();
            case MailEvent mail -> "mail-" + mail.mailId();
            case ProjectEvent project -> "project-" + project.projectId();
            case VirtualNumberEvent number -> "virtual_number-" + number.virtualNumberId();
            case PhoneNumberEvent number -> "phone_number-" + number.phoneNumber();
            case CallEvent call -> "call-" + call.callId();
            case CallReferenceTaken reference -> "call_reference-" + reference.externalId();
            case FallbackPlanEvent plan -> "fallback_plan-" + plan.accountId();
            case LegBegun leg -> "leg-" + leg.virtualNumberId() + "-" + leg.callId();
            case RouteDecided route -> "route-" + route.virtualNumberId() + "-" + route.turn();
            case RequestAccepted request -> "request-" + request.requestKey();
            default -> throw new AssertionError("whose event is " + event + "?");
        };
    }

    private static Connection open(Path file, boolean readOnly) {
        try {
            return source(file, readOnly).getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setGetGeneratedKeys(false);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private DataSource listenedTo(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return ListeningConnection.around(super.getConnection(), statementsRead::add);
            }
        };
    }
}
