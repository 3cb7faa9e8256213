package dev.patchbay.shared.operator;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the account has this operator; the phone number is in E.164 form. */
@Revision("1")
public record OperatorCreated(
        long operatorId,
        long accountId,
        @Personal String name,
        @Personal String phoneNumber,
        @Personal @Nullable String email,
        boolean active)
        implements OperatorEvent {}
