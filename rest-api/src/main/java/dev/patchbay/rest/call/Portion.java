package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Some lines of a batch, on their way into one commit. */
final class Portion {
    private final List<Line> lines;
    private final Exchange exchange;
    private final Instant now;
    private final Map<Line, NewCall> calls = new LinkedHashMap<>();
    private final Map<Line, LineResult> results = new HashMap<>();
    private final Map<Line, LineResult> hopes = new HashMap<>();
    private final Set<CallId> made = new HashSet<>();
    private final List<Command> commands = new ArrayList<>();

    Portion(List<Line> lines, Exchange exchange, Instant now) {
        this.lines = lines;
        this.exchange = exchange;
        this.now = now;
    }

    /** Reads the lines and looks up all that they are about. */
    void prepare() {
        CalledThings called = new CalledThings(exchange);
        lines.forEach(line -> unlessWrong(line, () -> calls.put(line, read(line, called))));
        KnownCalls known = KnownCalls.among(calls.values(), exchange);
        calls.forEach((line, call) -> unlessWrong(line, () -> prepare(line, call, known)));
    }

    /** Whether it was decided, or others first about the same calls. */
    boolean decide() {
        return commands.isEmpty() || exchange.decide(commands);
    }

    /** What became of each line, as soon as everybody can see it. */
    List<LineResult> results() {
        results.putAll(hopes);
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

    /** What is known of each line when nothing was decided: of all that are not wrong, nor known before, why not. */
    List<LineResult> resultsOr(Reply why) {
        return lines.stream()
                .map(line -> results.getOrDefault(line, LineResult.of(line, why)))
                .toList();
    }

    private NewCall read(Line line, CalledThings called) {
        Fields fields = StrictJson.fields(line.bytes());
        CalledNumber number = called.number(References.required(fields, "virtual_number_id"));
        return NewCall.read(fields, number, called, now);
    }

    private void prepare(Line line, NewCall call, KnownCalls known) {
        Optional<CallId> there = known.find(call);
        if (there.isPresent()) {
            CallId id = there.get();
            (made.contains(id) ? hopes : results).put(line, LineResult.of(line, 200, id.value()));
            return;
        }
        // What has an external id is known by it when it comes again.
        Optional<SafeRetry> retry = call.reference().isPresent() ? Optional.empty() : exchange.safeRetry(line);
        OptionalLong earlier = retry.map(exchange::earlier).orElseGet(OptionalLong::empty);
        if (earlier.isPresent()) {
            results.put(line, LineResult.of(line, 201, earlier.getAsLong()));
            return;
        }
        CallId id = new CallId(exchange.allocate(Kind.CALL));
        commands.add(call.as(id, exchange.scope().accountId()));
        retry.ifPresent(again -> commands.add(again.acceptance(id.value(), now)));
        known.add(call, id);
        made.add(id);
        hopes.put(line, LineResult.of(line, 201, id.value()));
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
