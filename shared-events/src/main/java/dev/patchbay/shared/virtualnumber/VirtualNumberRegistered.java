package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the account routes calls to this E.164 number: active, recorded, by priority, to nobody yet. */
@Revision("1")
public record VirtualNumberRegistered(
        long virtualNumberId,
        long accountId,
        String phoneNumber,
        String countryCode,
        @Nullable String name,
        @Nullable String numberType,
        @Nullable Long requirementGroupId,
        @Nullable String upfrontCost,
        @Nullable String monthlyCost)
        implements VirtualNumberEvent {}
