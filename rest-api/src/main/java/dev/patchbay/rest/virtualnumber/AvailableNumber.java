package dev.patchbay.rest.virtualnumber;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A number that can be had, as a carrier offers it. */
record AvailableNumber(
        String phoneNumber,
        String countryCode,
        String numberType,
        @Nullable String upfrontCost,
        @Nullable String monthlyCost,
        List<String> features,
        List<Region> regionInformation) {

    /** Where a number belongs. */
    record Region(String regionType, String regionName) {
        Region {
            Objects.requireNonNull(regionType, "region_type is missing");
            Objects.requireNonNull(regionName, "region_name is missing");
        }
    }

    @SuppressWarnings("ConstantValue") // what is read from a file may lack anything
    AvailableNumber {
        Objects.requireNonNull(phoneNumber, "phone_number is missing");
        Objects.requireNonNull(countryCode, "country_code is missing");
        Objects.requireNonNull(numberType, "number_type is missing");
        features = features == null ? List.of() : List.copyOf(features);
        regionInformation = regionInformation == null ? List.of() : List.copyOf(regionInformation);
        try {
            countryCode = PhoneNumber.knownRegion(countryCode);
            phoneNumber = PhoneNumber.parse(phoneNumber, countryCode).e164();
            numberType = NumberType.parse(numberType);
        } catch (InvalidText e) {
            throw new IllegalArgumentException(
                    "of " + phoneNumber + " the number, its country_code or its number_type is invalid");
        }
    }
}
