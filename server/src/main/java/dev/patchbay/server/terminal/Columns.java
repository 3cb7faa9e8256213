package dev.patchbay.server.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of columns, each as wide as the longest text in it. */
final class Columns {
    private static final String BETWEEN = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    Columns(String... titles) {
        lines.add(List.of(titles));
    }

    void add(String... texts) {
        lines.add(List.of(texts));
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> width(line.get(column)))
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> line, List<Integer> widths) {
        return IntStream.range(0, line.size())
                .mapToObj(column -> line.get(column) + " ".repeat(widths.get(column) - width(line.get(column))))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
