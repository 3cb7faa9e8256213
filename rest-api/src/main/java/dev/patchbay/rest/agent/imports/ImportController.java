package dev.patchbay.rest.agent.imports;

import static dev.patchbay.shared.role.AgentPermission.USERS_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.UploadedFile;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import java.nio.channels.SeekableByteChannel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Many agents at once, from a table. */
@Controller
@RequestMapping("/api/v1/agents/import")
final class ImportController {
    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping
    @ForAgents(USERS_MANAGE)
    Reply start(Exchange exchange) {
        imports.requireNoneRunning(exchange.scope().accountId());
        UploadedFile file = exchange.file("file").orElseThrow(() -> Envelope.problem(400, "File Required"));
        try {
            imports.start(file, rows(file.content()), exchange.provenance());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        return Reply.data(200, true);
    }

    @GetMapping("/status")
    @ForAgents(USERS_MANAGE)
    Reply status(Exchange exchange) {
        long account = exchange.scope().accountId();
        long position =
                exchange.ask(new FindAccount(account, exchange.moment())).position();
        ImportStatus status = imports.status(account).orElseThrow(() -> Envelope.problem(404, "Import not found"));
        return Reply.data(200, status).at(position);
    }

    private static long rows(SeekableByteChannel file) {
        try {
            long rows = Table.count(file);
            if (rows == 0) {
                throw Envelope.problem(400, "CSV must contain headers and at least one data row");
            }
            if (rows > Table.MOST_ROWS) {
                throw Envelope.problem(400, "CSV must not contain more than " + Table.MOST_ROWS + " data rows");
            }
            return rows;
        } catch (InvalidTable e) {
            throw Envelope.problem(400, "Invalid CSV file");
        }
    }
}
