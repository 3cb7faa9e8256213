package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadTest {

    @TempDir
    Path directory;

    @Test
    void has_lines_with_their_numbers() {
        try (Upload upload = Upload.of(saying("a\n\n b\r\n\t\nc"), directory)) {
            assertThat(texts(upload.next(2))).containsExactly("1:a", "3: b\r");
            assertThat(texts(upload.next(2))).containsExactly("5:c");
            assertThat(upload.next(2)).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_in_a_file_that_not_even_a_crash_would_leave() {
        try (Upload upload = Upload.of(saying("a"), directory)) {
            assertThat(directory).isEmptyDirectory();
            assertThat(texts(upload.next(1))).containsExactly("1:a");
        }
    }

    @Test
    void leaves_no_file_when_it_is_closed() {
        Upload.of(saying("a"), directory).close();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void reads_of_a_line_that_is_too_long_only_that_it_is() {
        String longest = "x".repeat(256 * 1024);
        try (Upload upload = Upload.of(saying(longest + "\n" + longest + "y\nz"), directory)) {
            List<Line> lines = upload.next(3);

            assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
            assertThat(lines.getFirst().bytes()).hasSize(longest.length());
            assertThatThrownBy(() -> lines.get(1).bytes())
                    .isInstanceOfSatisfying(
                            Problem.class,
                            refused -> assertThat(refused.reply().status()).isEqualTo(413));
            assertThat(lines.getLast().bytes()).containsExactly('z');
        }
    }

    @Test
    void leaves_no_file_when_it_is_too_large() {
        assertThatThrownBy(() -> Upload.of(saying("x\n".repeat(100_001)), directory))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(413));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void is_refused_by_its_announced_length() {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return 256L * 1024 * 1024 + 1;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("it must not be read");
            }
        };

        assertThatThrownBy(() -> Upload.of(request, directory))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(413));
    }

    @Test
    void is_refused_when_it_says_too_much_without_an_end() {
        assertThatThrownBy(() -> Upload.of(endless(), directory))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(413));
        assertThat(directory).isEmptyDirectory();
    }

    private static MockHttpServletRequest endless() {
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new ServletInputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("read in blocks");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        return length;
                    }

                    @Override
                    public boolean isFinished() {
                        return false;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setReadListener(ReadListener listener) {}
                };
            }
        };
    }

    private static MockHttpServletRequest saying(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("application/x-ndjson");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
