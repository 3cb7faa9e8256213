package dev.patchbay.command.virtualnumber;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.command.operator.Operators;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingSeconds;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingTimeout;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DetachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of a virtual number that says who answers it: in which order, for how long, and what when nobody does. */
class Answering {

    private VirtualNumberId id;
    private long account;
    private String phoneNumber;
    private String strategy;
    private int ringTimeoutSeconds;
    private RingOrder ringOrder = RingOrder.EMPTY;
    private RingSeconds ringSeconds = RingSeconds.NO_EXCEPTIONS;
    private FallbackChanged fallback;

    @CommandHandler
    void decide(ChangeRoutingStrategy command) {
        if (!command.strategy().word().equals(strategy)) {
            apply(new RoutingStrategyChanged(id.value(), command.strategy().word()));
        }
    }

    @CommandHandler
    void decide(ChangeRingTimeout command) {
        if (command.seconds() != ringTimeoutSeconds) {
            apply(new RingTimeoutChanged(id.value(), command.seconds()));
        }
    }

    @CommandHandler
    void decide(ChangeRingSeconds command) {
        if (!ringOrder.contains(command.operator())) {
            throw new Refusal(Refusal.Reason.INVALID, "Operator is not attached to this number");
        }
        if (!Objects.equals(command.seconds(), ringSeconds.of(command.operator()))) {
            apply(new RingSecondsChanged(id.value(), command.operator().value(), command.seconds()));
        }
    }

    @CommandHandler
    void decide(ChangeFallback command, VirtualNumbers virtualNumbers) {
        if (command.fallback() instanceof Fallback.ToVirtualNumber other) {
            virtualNumbers.requireThere(other.virtualNumber(), account);
        }
        FallbackChanged wanted = changed(command.fallback());
        if (phoneNumber.equals(wanted.phoneNumber())) {
            throw new Refusal(Refusal.Reason.INVALID, "Fallback phone number must not be that of this number");
        }
        if (!wanted.equals(fallback)) {
            apply(wanted);
        }
    }

    @CommandHandler
    void decide(AttachOperator command, Operators operators) {
        operators.requireThere(command.operator(), account);
        if (!ringOrder.contains(command.operator())) {
            apply(new OperatorAttached(id.value(), command.operator().value(), ringOrder.size()));
        }
    }

    @CommandHandler
    void decide(DetachOperator command) {
        if (ringOrder.contains(command.operator())) {
            apply(new OperatorDetached(id.value(), command.operator().value()));
        }
    }

    @CommandHandler
    void decide(ReorderOperators command, Operators operators) {
        RingOrder wanted = new RingOrder(command.operators());
        ringOrder.notIn(wanted).forEach(gone -> decide(new DetachOperator(id, gone)));
        wanted.notIn(ringOrder).forEach(added -> decide(new AttachOperator(id, added), operators));
        if (!ringOrder.equals(wanted)) {
            apply(new OperatorsReordered(
                    id.value(),
                    wanted.operators().stream().map(OperatorId::value).toList()));
        }
    }

    /** Of a number that was given up nobody took those who were deleted meanwhile. */
    void leaveOutWhoIsGone(Operators operators) {
        for (OperatorId operator : ringOrder.operators()) {
            if (!operators.isThere(operator, account)) {
                decide(new DetachOperator(id, operator));
            }
        }
    }

    @Nullable
    Long fallbackVirtualNumber() {
        return fallback.fallbackVirtualNumberId();
    }

    @EventSourcingHandler
    void evolve(VirtualNumberRegistered event) {
        id = new VirtualNumberId(event.virtualNumberId());
        account = event.accountId();
        phoneNumber = event.phoneNumber();
        strategy = RoutingStrategy.PRIORITY.word();
        ringTimeoutSeconds = RingTimeoutChanged.DEFAULT_SECONDS;
        fallback = new FallbackChanged(event.virtualNumberId(), Fallback.DEFAULT.type(), null, null);
    }

    @EventSourcingHandler
    void evolve(RoutingStrategyChanged event) {
        strategy = event.routingStrategy();
    }

    @EventSourcingHandler
    void evolve(RingTimeoutChanged event) {
        ringTimeoutSeconds = event.ringTimeoutSeconds();
    }

    @EventSourcingHandler
    void evolve(RingSecondsChanged event) {
        ringSeconds = ringSeconds.with(new OperatorId(event.operatorId()), event.ringSeconds());
    }

    @EventSourcingHandler
    void evolve(FallbackChanged event) {
        fallback = event;
    }

    @EventSourcingHandler
    void evolve(OperatorAttached event) {
        ringOrder = ringOrder.with(new OperatorId(event.operatorId()));
    }

    @EventSourcingHandler
    void evolve(OperatorDetached event) {
        OperatorId gone = new OperatorId(event.operatorId());
        ringOrder = ringOrder.without(gone);
        ringSeconds = ringSeconds.with(gone, null);
    }

    @EventSourcingHandler
    void evolve(OperatorsReordered event) {
        ringOrder =
                new RingOrder(event.operatorIds().stream().map(OperatorId::new).toList());
    }

    @SuppressWarnings("NullAway.Init") // The registration comes first
    Answering() {}

    private FallbackChanged changed(Fallback to) {
        return switch (to) {
            case Fallback.HangUp _ -> new FallbackChanged(id.value(), to.type(), null, null);
            case Fallback.Voicemail _ -> new FallbackChanged(id.value(), to.type(), null, null);
            case Fallback.Forward(PhoneNumber number) ->
                new FallbackChanged(id.value(), to.type(), number.e164(), null);
            case Fallback.ToVirtualNumber(VirtualNumberId other) ->
                new FallbackChanged(id.value(), to.type(), null, other.value());
        };
    }
}
