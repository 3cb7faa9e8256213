package dev.patchbay.rest.export;

import dev.patchbay.rest.answer.CutOff;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Replies;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.audit.Places;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.export.Dataset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with an export: as it is read or, where only a part is wanted, from a file that is whole. */
@Component
final class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** So many files of exports at once take room of the disk, for as long as their readers read. */
    private static final int MOST_FILES = 16;

    private static final int MOST_FILES_OF_ACCOUNT = 4;

    private final Places files = new Places(MOST_FILES, MOST_FILES_OF_ACCOUNT);
    private final Readings readings;
    private final ScratchFiles scratch;
    private final ParquetFiles parquet;

    Exports(Readings readings, ScratchFiles scratch, ParquetFiles parquet) {
        this.readings = readings;
        this.scratch = scratch;
        this.parquet = parquet;
    }

    void answer(Dataset dataset, Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        Wanted wanted = Wanted.of(Export.of(dataset, exchange, parquet), exchange, request);
        Export export = wanted.export();
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && export.tag().isAmong(known)) {
            Replies.write(
                    Reply.empty(304)
                            .with(HttpHeaders.ETAG, export.tag().header())
                            .with(HttpHeaders.CONTENT_LOCATION, export.location(request.getRequestURI()))
                            .at(export.end()),
                    response);
            return;
        }
        RowPages pages = readings.of(export, exchange);
        if (request.getMethod().equals("HEAD")) {
            describe(export, request, response);
        } else if (wanted.range().isPresent() || export.format() == Format.PARQUET) {
            send(wanted, pages, request, response);
        } else {
            stream(export, pages, request, response);
        }
    }

    /** What fails after the beginning cuts the answer short, and the connection with it. */
    private static void stream(
            Export export, RowPages pages, HttpServletRequest request, HttpServletResponse response) {
        List<ExportRow> first = pages.next();
        describe(export, request, response);
        try {
            write(export, first, pages, response.getOutputStream());
        } catch (IOException e) {
            LOG.debug("nobody reads on", e);
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new CutOff(e) : e;
        }
    }

    private void send(Wanted wanted, RowPages pages, HttpServletRequest request, HttpServletResponse response) {
        Export export = wanted.export();
        if (!files.take(export.accountId())) {
            throw Problem.noRoom();
        }
        try (Spool spool = new Spool(scratch, file -> write(export, pages, file))) {
            Part part = Part.of(wanted.range(), spool.length());
            describe(export, request, response);
            part.describe(response);
            spool.send(part.first(), part.last(), response.getOutputStream());
        } catch (IOException e) {
            if (!response.isCommitted()) {
                LOG.warn("an export cannot be written", e);
                throw Problem.noRoom();
            }
            LOG.debug("nobody reads on", e);
        } finally {
            files.leave(export.accountId());
        }
    }

    private void write(Export export, RowPages pages, Path file) throws IOException {
        if (export.format() == Format.PARQUET) {
            try (Spool csv = new Spool(scratch, text -> writeText(export, pages, text))) {
                parquet.write(export.dataset(), csv.file(), file);
            }
        } else {
            writeText(export, pages, file);
        }
    }

    private static void writeText(Export export, RowPages pages, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            write(export, pages.next(), pages, output);
        }
    }

    private static void write(Export export, List<ExportRow> first, RowPages pages, OutputStream output)
            throws IOException {
        Format format = export.format();
        output.write(format.head(export.dataset()).getBytes(StandardCharsets.UTF_8));
        for (List<ExportRow> rows = first; !rows.isEmpty(); rows = pages.next()) {
            output.write(format.lines(rows).getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }

    private static void describe(Export export, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(export.format().type());
        response.setHeader(HttpHeaders.ETAG, export.tag().header());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_LOCATION, export.location(request.getRequestURI()));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.fileName() + "\"");
        response.setHeader(Reply.POSITION, Long.toString(export.end()));
    }
}
