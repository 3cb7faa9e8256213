package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to be recorded, unless its external id is known. */
record NewCall(VirtualNumberId number, @Nullable ExternalId externalId, CallFacts facts) {

    /**
     * What a body says.
     *
     * @throws Problem when it says what cannot be, or that somebody answered who was never there
     */
    static NewCall read(Fields fields, CalledNumber number, CalledThings called, Instant now) {
        Field<ExternalId> externalId = fields.nullableText("external_id", ExternalId::parse);
        CallFields call = CallFields.ofNew(fields, number.countryCode(), now);
        fields.check();
        CallFacts facts = call.facts(now);
        facts.contradiction().ifPresent(message -> {
            throw Problem.invalid(List.of(message));
        });
        call.operator().ifValue(called::requireOperator);
        return new NewCall(new VirtualNumberId(number.id()), externalId.value(), facts);
    }

    /** Under what it may be known already. */
    Optional<CallReferenceId> reference() {
        return Optional.ofNullable(externalId).map(given -> new CallReferenceId(number, given));
    }

    RecordCall as(CallId id, long accountId) {
        return new RecordCall(id, new AccountId(accountId), number, externalId, facts);
    }
}
