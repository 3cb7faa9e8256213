package dev.patchbay.command.assistant;

import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.assistant.AssistantCommand.ChangeAssistantDescription;
import dev.patchbay.shared.assistant.AssistantCommand.CreateAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.DeleteAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.RenameAssistant;
import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantDescriptionChanged;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.assistant.AssistantRenamed;
import dev.patchbay.shared.text.DisplayName;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AssistantTest {

    private static final AssistantId OFFICE = new AssistantId(51);
    private static final UUID SHOWN = UUID.fromString("5b2c1d0e-8f4a-4b6c-9d3e-2a1f0e9d8c7b");
    private static final AssistantCreated CREATED = new AssistantCreated(51, 7, SHOWN.toString(), "Office", null);

    private final FixtureConfiguration<Assistant> assistant = new AggregateTestFixture<>(Assistant.class);

    @Test
    void is_created() {
        assistant
                .givenNoPriorActivity()
                .when(new CreateAssistant(OFFICE, new AccountId(7), SHOWN, new DisplayName("Office"), null))
                .expectEvents(CREATED);
    }

    @Test
    void changes_and_is_silent_about_what_is_so_already() {
        assistant
                .given(CREATED)
                .when(new RenameAssistant(OFFICE, new DisplayName("Desk")))
                .expectEvents(new AssistantRenamed(51, "Desk"));
        assistant
                .given(CREATED)
                .when(new RenameAssistant(OFFICE, new DisplayName("Office")))
                .expectNoEvents();
        assistant
                .given(CREATED)
                .when(new ChangeAssistantDescription(OFFICE, "First."))
                .expectEvents(new AssistantDescriptionChanged(51, "First."));
        assistant
                .given(CREATED)
                .when(new ChangeAssistantDescription(OFFICE, null))
                .expectNoEvents();
    }

    @Test
    void is_deleted() {
        assistant
                .given(CREATED)
                .when(new DeleteAssistant(OFFICE))
                .expectEvents(new AssistantDeleted(51))
                .expectMarkedDeleted();
    }
}
