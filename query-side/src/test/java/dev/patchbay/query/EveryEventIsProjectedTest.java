package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.routing.LegBegun;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class EveryEventIsProjectedTest {

    /** Facts that keep others out of the log, and one that has others tried again; what they are about is shown as other facts tell it. */
    private static final Set<String> WHAT_ONLY_THE_LOG_NEEDS = Set.of(
            DeadLettersRetried.class.getName(),
            FallbackLinked.class.getName(),
            FallbackUnlinked.class.getName(),
            NameClaimed.class.getName(),
            NameFreed.class.getName(),
            LegBegun.class.getName());

    @TempDir
    Path directory;

    @Test
    void every_event_of_the_language_has_a_handler_of_its_own() {
        Set<String> shown = new HashSet<>(events());
        shown.removeAll(WHAT_ONLY_THE_LOG_NEEDS);

        assertThat(shown).hasSizeGreaterThan(30).isEqualTo(handled());
    }

    @Test
    void every_event_of_the_language_comes_in_the_story_that_is_replayed() {
        assertThat(Story.events().stream().map(event -> event.getClass().getName()))
                .containsAll(events());
    }

    private static Set<String> events() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Event.class));
        return scan.findCandidateComponents("dev.patchbay.shared").stream()
                .map(BeanDefinition::getBeanClassName)
                .collect(Collectors.toSet());
    }

    private Set<String> handled() {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            return log.projections().stream()
                    .flatMap(projection -> Arrays.stream(projection.getClass().getDeclaredMethods()))
                    .filter(method -> method.getName().equals("on") && method.isAnnotationPresent(EventHandler.class))
                    .map(EveryEventIsProjectedTest::event)
                    .filter(type -> !type.equals(Object.class.getName()))
                    .collect(Collectors.toSet());
        }
    }

    private static String event(Method method) {
        return method.getParameterTypes()[0].getName();
    }
}
