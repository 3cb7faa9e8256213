package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockPart;

class UploadedFileTest {

    @TempDir
    Path directory;

    @Test
    void is_read_from_wherever_its_reader_begins_as_often_as_wanted() throws Exception {
        try (UploadedFile file =
                UploadedFile.of(saying("a table"), "file", directory).orElseThrow()) {
            for (int i = 0; i < 2; i++) {
                file.content().position(2);
                assertThat(Channels.newInputStream(file.content()).readAllBytes())
                        .asString()
                        .isEqualTo("table");
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_in_a_file_that_not_even_a_crash_would_leave() throws Exception {
        try (UploadedFile file = UploadedFile.of(saying("a"), "file", directory).orElseThrow()) {
            assertThat(directory).isEmptyDirectory();
            assertThat(file.content().size()).isEqualTo(1);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void is_none_without_its_part_or_any() {
        assertThat(UploadedFile.of(saying("a"), "other", directory)).isEmpty();
        assertThat(UploadedFile.of(new MockHttpServletRequest(), "file", directory))
                .isEmpty();
    }

    private static MockHttpServletRequest saying(String content) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=x");
        request.addPart(new MockPart("file", "a.csv", content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void delete() {
                // It is in no file.
            }
        });
        return request;
    }
}
