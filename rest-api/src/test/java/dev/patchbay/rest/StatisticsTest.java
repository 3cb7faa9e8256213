package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import dev.patchbay.shared.call.CallQuery.FindCalledProject;
import dev.patchbay.shared.call.CallStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery;
import dev.patchbay.shared.call.CallStatisticsQuery.FindOperatorStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindProjectStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest extends ApiTest {
    private static final Map<String, Class<?>> LOOKED_FOR = Map.of(
            "/virtual_numbers/7", FindCalledNumber.class,
            "/operators/12", FindCalledOperator.class,
            "/projects/5", FindCalledProject.class);

    @Test
    void are_counted_once_and_of_what_is_there() {
        List.of(FindVirtualNumberStatistics.class, FindOperatorStatistics.class, FindProjectStatistics.class)
                .forEach(question -> backend.answering(question, query -> Answer.list(none(), 40)));

        LOOKED_FOR.forEach((whose, question) -> {
            backend.forget();
            assertThat(api.send("GET", whose + "/stats?bucket=day", null).statusCode())
                    .isEqualTo(200);
            assertThat(backend.asked).filteredOn(question::isInstance).hasSize(1);
            assertThat(backend.asked)
                    .filteredOn(CallStatisticsQuery.class::isInstance)
                    .hasSize(1);
        });
    }

    @Test
    void of_what_is_not_there_are_not_found_whatever_the_parameters_say() {
        for (String whose : List.of("/virtual_numbers/8", "/operators/13", "/projects/6")) {
            assertThat(api.send("GET", whose + "/stats?bucket=minute", null).statusCode())
                    .isEqualTo(404);
        }
        assertThat(backend.asked).noneMatch(CallStatisticsQuery.class::isInstance);
    }

    private static CallStatistics none() {
        return new CallStatistics(null, null, "day", "UTC", 0, 0, 0, 0, 0, List.of());
    }
}
