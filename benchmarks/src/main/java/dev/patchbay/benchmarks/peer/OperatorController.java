package dev.patchbay.benchmarks.peer;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Operators over HTTP: made and shown. */
@RestController
@RequestMapping("/api/v1/public/operators")
class OperatorController {

    private final CommandGateway commands;
    private final Operators operators;
    private final JsonMapper json;
    private final AtomicLong ids;

    OperatorController(CommandGateway commands, Operators operators, JsonMapper json) {
        this.commands = commands;
        this.operators = operators;
        this.json = json;
        this.ids = new AtomicLong(operators.highestId());
    }

    /** Answers when the event is committed, whether or not GET shows it already. */
    @PostMapping
    ResponseEntity<byte[]> create(@RequestBody NewOperator operator) {
        CreateOperator command = operator.numbered(ids.incrementAndGet());
        commands.sendAndWait(command);
        return answer(
                201,
                OperatorView.of(
                        command.id(), command.name(), command.phoneNumber(), command.email(), command.active()));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(@PathVariable long id) {
        return operators
                .find(id)
                .map(operator -> answer(200, operator))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** In one piece, so that it has a length, which the bare client of the load asks for. */
    private ResponseEntity<byte[]> answer(int status, OperatorView operator) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(new OperatorView.Data(operator)));
    }
}
