package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class CodeRevisionTest {

    private static final Resource ONE = code(1);
    private static final Resource OTHER = code(2);

    @Test
    void is_another_one_when_a_class_is_changed_added_or_removed() throws IOException {
        String before = CodeRevision.of(List.of(ONE, OTHER));

        assertThat(CodeRevision.of(List.of(ONE, code(3)))).isNotEqualTo(before);
        assertThat(CodeRevision.of(List.of(ONE, OTHER, code(3)))).isNotEqualTo(before);
        assertThat(CodeRevision.of(List.of(ONE))).isNotEqualTo(before);
    }

    @Test
    void is_the_same_wherever_the_same_code_is_found() throws IOException {
        assertThat(CodeRevision.of(List.of(OTHER, ONE))).isEqualTo(CodeRevision.of(List.of(ONE, OTHER)));
        assertThat(CodeRevision.current()).isEqualTo(CodeRevision.of(CodeRevision.classes()));
    }

    @Test
    void is_of_every_class_that_has_a_part_in_the_state_of_an_aggregate() throws IOException {
        assertThat(CodeRevision.classes())
                .extracting(Resource::getFilename)
                .contains(
                        "VirtualNumber.class",
                        "RingOrder.class",
                        "OperatorAttached.class",
                        "PastForms.class",
                        "AxonConfiguration.class",
                        "LogStorageEngine.class",
                        "SnapshotForm.class");
    }

    @Test
    void is_not_found_out_when_one_part_of_the_code_has_no_classes() {
        assertThatThrownBy(() -> CodeRevision.classes(List.of("dev/patchbay/shared/**/", "dev/patchbay/nowhere/**/")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void knows_the_version_of_what_runs_the_code() throws IOException {
        assertThat(CodeRevision.axon("axon-eventsourcing")).matches("axon-eventsourcing [0-9.]+\\s");
        assertThatThrownBy(() -> CodeRevision.axon("axon-nothing")).isInstanceOf(IOException.class);
    }

    private static Resource code(int content) {
        return new ByteArrayResource(new byte[] {(byte) content});
    }
}
