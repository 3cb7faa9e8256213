package dev.patchbay.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears all that a class logs from now on. */
public record LogRecorder(Logger logger, Level before, ListAppender<ILoggingEvent> heard) implements AutoCloseable {

    public static LogRecorder of(Class<?> type) {
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        LogRecorder recorder = new LogRecorder(logger, logger.getLevel(), new ListAppender<>());
        // Others log while a test looks.
        recorder.heard.list = new CopyOnWriteArrayList<>();
        recorder.heard.start();
        logger.addAppender(recorder.heard);
        logger.setLevel(Level.DEBUG);
        return recorder;
    }

    public List<String> lines() {
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** The ids in the first line that has these words. */
    public Map<String, String> idsOf(String words) {
        return heard.list.stream()
                .filter(line -> line.getFormattedMessage().contains(words))
                .map(ILoggingEvent::getMDCPropertyMap)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setLevel(before);
    }
}
