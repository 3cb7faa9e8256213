package dev.patchbay.shared.operator;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on the operator is rung at this number, in E.164 form. */
@Revision("1")
public record OperatorPhoneNumberChanged(
        long operatorId, @Personal String phoneNumber) implements OperatorEvent {}
