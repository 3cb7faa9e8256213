package dev.patchbay.rest.virtualnumber;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.References;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ActivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingSeconds;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingTimeout;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DeactivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RenameVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StartRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StopRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AttachedOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumberSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a body wants changed about a virtual number. */
final class VirtualNumberChanges {
    private static final int LONGEST_RING = 600;

    private final VirtualNumberId id;
    private final VirtualNumberDetail number;
    private final Exchange exchange;
    private final List<VirtualNumberCommand> commands = new ArrayList<>();

    private VirtualNumberChanges(VirtualNumberDetail number, Exchange exchange) {
        this.id = new VirtualNumberId(number.id());
        this.number = number;
        this.exchange = exchange;
    }

    static List<VirtualNumberCommand> of(VirtualNumberDetail number, Exchange exchange) {
        VirtualNumberChanges changes = new VirtualNumberChanges(number, exchange);
        changes.read(exchange.fields());
        return changes.commands;
    }

    private void read(Fields fields) {
        fields.nullableText("name", DisplayName::parse)
                .ifGiven(name -> commands.add(new RenameVirtualNumber(id, name)));
        fields.flag("active")
                .ifValue(active ->
                        commands.add(active ? new ActivateVirtualNumber(id) : new DeactivateVirtualNumber(id)));
        fields.flag("recording")
                .ifValue(recording -> commands.add(recording ? new StartRecording(id) : new StopRecording(id)));
        fields.text("routing_strategy", VirtualNumberChanges::routingStrategy)
                .ifValue(strategy -> commands.add(new ChangeRoutingStrategy(id, strategy)));
        fields.integer("ring_timeout_seconds", 1, LONGEST_RING)
                .ifValue(seconds -> commands.add(new ChangeRingTimeout(id, seconds.intValue())));
        Field<Fallback> fallback =
                fields.object("fallback", object -> FallbackFields.read(object, number.countryCode()));
        Field<List<Ring>> rings = fields.objects("operators", References.MOST, Ring::read);
        if (rings.isValue() && Ring.operators(rings.get()).size() < rings.get().size()) {
            fields.wrong("operators", "must not contain duplicates");
        }
        fields.check();

        fallback.ifValue(this::changeFallback);
        rings.ifValue(this::changeRingSeconds);
    }

    private void changeFallback(Fallback fallback) {
        if (fallback instanceof Fallback.ToVirtualNumber(VirtualNumberId other)) {
            exchange.find(new FindVirtualNumberSummary(other.value(), exchange.scope(), exchange.moment()));
        }
        commands.add(new ChangeFallback(id, fallback));
    }

    private void changeRingSeconds(List<Ring> rings) {
        Set<Long> attached =
                number.operators().stream().map(AttachedOperator::id).collect(Collectors.toUnmodifiableSet());
        if (!attached.containsAll(Ring.operators(rings))) {
            throw Problem.notFound();
        }
        for (Ring ring : rings) {
            ring.seconds.ifGiven(seconds -> commands.add(new ChangeRingSeconds(
                    id, new OperatorId(ring.operator), seconds == null ? null : seconds.intValue())));
        }
    }

    private static RoutingStrategy routingStrategy(String word) throws InvalidText {
        return RoutingStrategy.of(word).orElseThrow(() -> new InvalidText("is not included in the list"));
    }

    /** How long an attached operator is rung. */
    private record Ring(long operator, Field<Long> seconds) {
        static Field<Ring> read(Fields entry) {
            Field<Long> operator = entry.requiredInteger("id", 1, Long.MAX_VALUE);
            Field<Long> seconds = entry.nullableInteger("ring_seconds", 1, LONGEST_RING);
            return operator.map(id -> new Ring(id, seconds));
        }

        static Set<Long> operators(List<Ring> rings) {
            return rings.stream().map(Ring::operator).collect(Collectors.toUnmodifiableSet());
        }
    }
}
