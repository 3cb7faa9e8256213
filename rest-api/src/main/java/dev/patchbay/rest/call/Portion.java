package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.SafeRetry;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Line;
import dev.patchbay.rest.request.References;
import dev.patchbay.rest.request.StrictJson;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Some lines of a batch, on their way into one commit. */
final class Portion {
    private final List<Line> lines;
    private final Exchange exchange;
    private final Instant now;
    private final Map<Line, NewCall> calls = new LinkedHashMap<>();
    private final Map<Line, LineResult> results = new HashMap<>();
    private final List<Command> commands = new ArrayList<>();

    private Portion(List<Line> lines, Exchange exchange, Instant now) {
        this.lines = lines;
        this.exchange = exchange;
        this.now = now;
    }

    /** Reads lines and looks up all that they are about. */
    static Portion of(List<Line> lines, CalledThings called, Exchange exchange, Instant now) {
        Portion portion = new Portion(lines, exchange, now);
        lines.forEach(line -> portion.unlessWrong(line, () -> portion.calls.put(line, portion.read(line, called))));
        KnownCalls known = KnownCalls.among(portion.calls.values(), exchange);
        portion.calls.forEach((line, call) -> portion.unlessWrong(line, () -> portion.prepare(line, call, known)));
        return portion;
    }

    /** Whether it was decided, or others first about the same calls. */
    boolean decide() {
        return commands.isEmpty() || exchange.decide(commands);
    }

    /** What became of each line, as soon as everybody can see it. */
    List<LineResult> results() {
        List<LineResult> inOrder = lines.stream().map(results::get).toList();
        try {
            if (!commands.isEmpty()) {
                exchange.catchUp();
            }
            return inOrder;
        } catch (Problem behind) {
            return inOrder.stream().map(LineResult::unseen).toList();
        }
    }

    private NewCall read(Line line, CalledThings called) {
        Fields fields = StrictJson.fields(line.bytes());
        CalledNumber number = called.number(References.required(fields, "virtual_number_id"));
        return NewCall.read(fields, number, called, now);
    }

    private void prepare(Line line, NewCall call, KnownCalls known) {
        Optional<CallId> there = known.find(call);
        if (there.isPresent()) {
            results.put(line, LineResult.of(line, 200, there.get().value()));
            return;
        }
        // What has an external id is known by it when it comes again.
        Optional<SafeRetry> retry = call.reference().isPresent() ? Optional.empty() : exchange.safeRetry(line);
        OptionalLong earlier = retry.map(exchange::earlier).orElseGet(OptionalLong::empty);
        if (earlier.isPresent()) {
            results.put(line, LineResult.of(line, 201, earlier.getAsLong()));
            return;
        }
        CallId made = new CallId(exchange.allocate(Kind.CALL));
        commands.add(call.as(made, exchange.scope().accountId()));
        retry.ifPresent(again -> commands.add(again.acceptance(made.value(), now)));
        known.add(call, made);
        results.put(line, LineResult.of(line, 201, made.value()));
    }

    /** What is wrong with a line is its result; what is wrong with the server is not. */
    private void unlessWrong(Line line, Runnable work) {
        try {
            work.run();
        } catch (Problem wrong) {
            if (wrong.reply().status() >= 500) {
                throw wrong;
            }
            results.put(line, LineResult.of(line, wrong.reply()));
        }
    }
}
