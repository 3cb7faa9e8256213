package dev.patchbay.rest.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What a letter says, once as plain text and once as a page that mail clients show alike.
 *
 * @param language of the words, as in {@code en}
 * @param paragraphs plain text, each in lines of its own
 */
public record Wording(String language, List<String> paragraphs) {

    public Wording {
        paragraphs = List.copyOf(paragraphs);
    }

    public String text() {
        return paragraphs.stream().map(paragraph -> paragraph + "\n").collect(Collectors.joining("\n"));
    }

    public String html() {
        return html("");
    }

    /**
     * The page with something at its end.
     *
     * @param more HTML
     */
    public String html(String more) {
        return paragraphs.stream()
                .map(paragraph -> "<p style=\"margin:0 0 16px\">"
                        + HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining("", """
                        <!doctype html>
                        <html lang="%s">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        </head>
                        <body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Arial,sans-serif">
                        <div style="max-width:36em">
                        """.formatted(language), more + """
                        </div>
                        </body>
                        </html>
                        """));
    }
}
