package dev.patchbay.rest.agent.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final String HEADER = "first_name,last_name,email,roles,teams";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void is_read_whatever_stands_between_its_cells(String separator) throws Exception {
        String text = HEADER.replace(",", separator) + "\nAda,King,ada@example.com,\"A\",\n".replace(",", separator);

        assertThat(rows(text, StandardCharsets.UTF_8)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.cell("last_name")).isEqualTo("King");
            assertThat(row.missing()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void is_read_whatever_ends_its_lines(String end) throws Exception {
        assertThat(rows(
                        HEADER + end + end + "A,B,c@d.example,E," + end + "  " + end + "F,G,h@i.example,J",
                        StandardCharsets.UTF_8))
                .extracting(row -> row.number() + row.cell("first_name"))
                .containsExactly("1A", "2F");
    }

    @Test
    void is_read_in_utf_16_where_it_says_so_and_with_or_without_a_mark_in_utf_8() throws Exception {
        String text = HEADER + "\nZo\u00eb,\u0141,z@example.com,A,";
        assertThat(rows(text, StandardCharsets.UTF_16).getFirst().cell("first_name"))
                .isEqualTo("Zo\u00eb");
        assertThat(rows("\ufeff" + text, StandardCharsets.UTF_16LE).getFirst().cell("last_name"))
                .isEqualTo("\u0141");
        assertThat(rows("\ufeff" + text, StandardCharsets.UTF_8).getFirst().cell("first_name"))
                .isEqualTo("Zo\u00eb");
    }

    @Test
    void is_none_in_another_encoding() {
        assertThatThrownBy(() -> rows(HEADER + "\nZo\u00eb,L,z@example.com,A,", StandardCharsets.ISO_8859_1))
                .isInstanceOf(InvalidTable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "first_name,last_name,email", "first_name last_name email roles", "\u0000"})
    void is_none_without_the_columns_that_it_needs(String text) {
        assertThatThrownBy(() -> rows(text, StandardCharsets.UTF_8)).isInstanceOf(InvalidTable.class);
    }

    @Test
    void is_none_when_it_stops_being_text_on_the_way() {
        assertThatThrownBy(() -> rows(HEADER + "\nA,B,c@d.example,E,\n\u0001", StandardCharsets.UTF_8))
                .isInstanceOf(InvalidTable.class);
        assertThatThrownBy(() -> rows(HEADER + "\n" + "x".repeat(70_000), StandardCharsets.UTF_8))
                .isInstanceOf(InvalidTable.class);
    }

    @Test
    void lets_a_cell_in_quotes_have_separators_quotes_and_lines() throws Exception {
        assertThat(rows(HEADER + "\n\"A \"\"a\"\"\",\"B,\nb\",c@d.example,\"E, F\",\n", StandardCharsets.UTF_8))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.cell("first_name")).isEqualTo("A \"a\"");
                    assertThat(row.cell("last_name")).isEqualTo("B,\nb");
                    assertThat(row.list("roles")).containsExactly("E", "F");
                });
    }

    @Test
    void loses_only_the_row_whose_quotes_or_cells_are_wrong() throws Exception {
        String good = "A,B,c@d.example,E,\n";
        String text = HEADER + "\n" + good + "\"A,B,c@d.example,E,\n" + good + "\"A\"x,B,c@d.example,E,\n" + good
                + "A,B,c@d.example,E,,,\n" + good;

        assertThat(rows(text, StandardCharsets.UTF_8))
                .extracting(Row::isBroken)
                .containsExactly(false, true, false, true, false, true, false);
    }

    @Test
    void is_counted_to_its_end_but_never_far_beyond_what_is_taken() throws Exception {
        assertThat(count("A,B,c@d.example,E,\n".repeat(100_000))).isEqualTo(100_000);
        assertThat(count("x\n".repeat(1_000_000))).isEqualTo(100_001);
    }

    @Test
    void is_none_when_a_line_never_ends_which_nobody_reads_to_its_end() throws Exception {
        byte[] endless = "x".repeat(8_000_000).getBytes(StandardCharsets.UTF_8);
        try (SeekableByteChannel file = file(endless)) {
            assertThatThrownBy(() -> new Table(file)).isInstanceOf(InvalidTable.class);

            assertThat(file.position()).isLessThan(1_000_000);
        }
    }

    private long count(String rows) throws IOException, InvalidTable {
        try (SeekableByteChannel file = file((HEADER + "\n" + rows).getBytes(StandardCharsets.UTF_8))) {
            return Table.count(file);
        }
    }

    private List<Row> rows(String text, Charset charset) throws IOException, InvalidTable {
        try (SeekableByteChannel file = file(text.getBytes(charset))) {
            List<Row> rows = new ArrayList<>();
            Table table = new Table(file);
            for (List<Row> next = table.next(2); !next.isEmpty(); next = table.next(2)) {
                rows.addAll(next);
            }
            assertThat(Table.count(file)).isEqualTo(rows.size());
            return rows;
        }
    }

    private SeekableByteChannel file(byte[] content) throws IOException {
        return Files.newByteChannel(Files.write(directory.resolve("agents.csv"), content));
    }
}
