package dev.patchbay.rest.operator;

import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.operator.OperatorCommand;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator as a caller makes it: visible under the key that made it. */
public record NewOperator(OperatorId id, List<OperatorCommand> commands) {

    public static NewOperator of(
            Exchange exchange,
            DisplayName name,
            PhoneNumber phoneNumber,
            @Nullable EmailAddress email,
            boolean active) {
        OperatorId id = new OperatorId(exchange.allocate(Kind.OPERATOR));
        AccountId account = new AccountId(exchange.scope().accountId());
        Long project = exchange.scope().projectId();
        OperatorCommand create = new CreateOperator(id, account, name, phoneNumber, email, active);
        return new NewOperator(
                id,
                project == null
                        ? List.of(create)
                        : List.of(create, new LinkOperatorToProject(id, new ProjectId(project))));
    }
}
