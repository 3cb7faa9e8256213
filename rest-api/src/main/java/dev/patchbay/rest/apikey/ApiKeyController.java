package dev.patchbay.rest.apikey;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyCommand.RevokeApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyQuery.ListApiKeys;
import dev.patchbay.shared.apikey.ApiKeyView;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** API keys: who may call. */
@Controller
@RequestMapping("/api/v1/public/api_keys")
final class ApiKeyController {
    private final Credentials credentials;
    private final KeyIssue issue;
    private final Clock clock;

    ApiKeyController(Credentials credentials, KeyIssue issue, Clock clock) {
        this.credentials = credentials;
        this.issue = issue;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        return exchange.listTogether(
                new ListApiKeys(exchange.scope().accountId(), exchange.page(), exchange.moment()), this::shapes);
    }

    @GetMapping("/{id}")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(ApiKeyId id, Exchange exchange) {
        return exchange.read(
                Kind.API_KEY, Which.numbered(id.value()), find(id, exchange).as(this::shape));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply create(Exchange exchange) {
        return exchange.write(() -> intent(exchange), accepted -> {
            Found<ApiKeyView> issued = exchange.find(new FindApiKey(accepted.result(), accepted.moment()));
            return exchange.show(201, issued.as(key -> NewApiKeyShape.of(key, exchange.newKey(accepted.result()))));
        });
    }

    @DeleteMapping("/{id}")
    @Requires(value = DELETE, accountWide = Requires.ACCOUNT_WIDE)
    Reply revoke(ApiKeyId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id, find(id, exchange).as(this::shape), id.value(), List.of(new RevokeApiKey(id))),
                accepted -> exchange.afterwards(new FindApiKey(id.value(), accepted.moment()), Reply.success()));
    }

    private Intent intent(Exchange exchange) {
        ApiKeyFields fields = ApiKeyFields.of(exchange.fields(), clock.instant());
        if (!exchange.caller().permissions().containsAll(fields.permissions())) {
            throw Problem.forbidden("Cannot grant permissions the key does not have");
        }
        Long project = fields.projectId();
        if (project != null) {
            exchange.find(new FindProject(project, exchange.scope(), exchange.moment()));
        }
        IssueApiKey command = issue.of(
                exchange,
                new AccountId(exchange.scope().accountId()),
                fields.name(),
                fields.permissions(),
                project,
                fields.expiresAt());
        return Intent.making(command.id().value(), List.of(command));
    }

    private static Found<ApiKeyView> find(ApiKeyId id, Exchange exchange) {
        Found<ApiKeyView> found = exchange.find(new FindApiKey(id.value(), exchange.moment()));
        if (found.view().accountId() != exchange.scope().accountId()) {
            throw Problem.notFound();
        }
        return found;
    }

    private ApiKeyShape shape(ApiKeyView key) {
        return shapes(List.of(key)).getFirst();
    }

    private List<ApiKeyShape> shapes(List<ApiKeyView> keys) {
        Map<Long, Instant> lastUsed =
                credentials.lastUsed(keys.stream().map(ApiKeyView::id).toList());
        return keys.stream()
                .map(key -> ApiKeyShape.of(key, lastUsed.get(key.id())))
                .toList();
    }
}
