package dev.patchbay.server.sqlite;

import dev.patchbay.query.Projections;
import dev.patchbay.query.Schema;
import dev.patchbay.server.log.LogStorageEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.Assert;

/**
 * The views that answer. Those that a replay has built in a file of their own can take their place while the server runs; a small
 * file says which serve, and is exchanged at once, so that a process that is killed finds either these or those.
 */
public final class ServedViews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedViews.class);

    private static final String FIRST = "views.db";
    private static final Pattern NAME = Pattern.compile("views(-[1-9][0-9]{0,17})?\\.db");
    private static final String POINTER = "views.served";
    private static final String DISTRUSTED = "views.distrusted";

    private final DataDirectory directory;
    private final LogStorageEngine log;
    private final SwitchedDataSource writer;
    private final SwitchedDataSource readers;
    private final List<Retired> retired = new ArrayList<>();
    private final boolean areNew;
    private String name;
    private SqliteDatabase served;

    private record Retired(String name, SqliteDatabase views) {}

    /**
     * Opens the views that served last, or builds new ones.
     *
     * @param anew whether views that other projections than those of today have made are built anew at once, and not by a replay
     */
    ServedViews(DataDirectory directory, LogStorageEngine log, boolean anew) {
        this.directory = directory;
        this.log = log;
        this.name = lastServed();
        forgetDistrusted();
        Optional<SqliteDatabase> there = existing(name).filter(views -> fit(views, anew));
        this.areNew = there.isEmpty();
        this.served = there.orElseGet(this::first);
        this.writer = new SwitchedDataSource(served.writer());
        this.readers = new SwitchedDataSource(served.readers());
    }

    /** The views of a directory show what is not in the log: the next start begins new ones. */
    public static void distrust(DataDirectory directory) {
        try {
            Files.writeString(directory.file(DISTRUSTED), "");
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be noted that the views are to be built anew", e);
        }
    }

    private void forgetDistrusted() {
        if (Files.exists(directory.file(DISTRUSTED))) {
            clear(null);
            ViewsFile.delete(directory.file(name));
            ViewsFile.delete(directory.file(DISTRUSTED));
        }
    }

    private boolean fit(SqliteDatabase views, boolean anew) {
        if (anew && isOutdated(views)) {
            views.close();
            ViewsFile.delete(directory.file(name));
            return false;
        }
        return true;
    }

    /** Whether they were begun at this start, so that nothing that was in other views is in them. */
    public boolean areNew() {
        return areNew;
    }

    /** The views that serve now. */
    public synchronized SqliteDatabase database() {
        return served;
    }

    /** The only connection that writes into the views that serve. */
    public DataSource writer() {
        return writer;
    }

    /** Connections that see what is committed in the views that serve. */
    public DataSource readers() {
        return readers;
    }

    /** The replay that has built the views that serve; 0 when they were built at a start. */
    public synchronized long replay() {
        Matcher built = NAME.matcher(name);
        return built.matches() && built.group(1) != null
                ? Long.parseLong(built.group(1).substring(1))
                : 0;
    }

    /** Whether the views that serve were built by this replay. */
    public synchronized boolean areOf(long replay) {
        return name.equals(nameOf(replay));
    }

    /** Whether other projections than those of today have made them. */
    public boolean areOutdated() {
        return isOutdated(database());
    }

    /** Views for a replay, in a file beside those that serve: what it has built already with the projections of today, or nothing. */
    public SqliteDatabase beside(long replay) {
        Assert.state(!areOf(replay), "the views of this replay serve already");
        SqliteDatabase begun = open(nameOf(replay));
        if (!isOutdated(begun)) {
            return begun;
        }
        begun.close();
        ViewsFile.delete(directory.file(nameOf(replay)));
        return open(nameOf(replay));
    }

    private static boolean isOutdated(SqliteDatabase views) {
        return Schema.revisionOf(views.readers()).orElse(Projections.REVISION) != Projections.REVISION;
    }

    /** The rows of the views that serve and of those of a replay, side by side. */
    public synchronized ViewsComparison comparison(long replay) {
        return new ViewsComparison(directory.file(name), directory.file(nameOf(replay)));
    }

    /** From now on these views of a replay serve, here and after every start; nobody may write into the others meanwhile. */
    public synchronized void exchange(long replay, SqliteDatabase views) {
        point(nameOf(replay));
        retired.add(new Retired(name, served));
        name = nameOf(replay);
        served = views;
        writer.exchange(views.writer());
        readers.exchange(views.readers());
    }

    /** Closes and deletes views that do not serve any more, except those that somebody still reads; whether there are such. */
    public synchronized boolean retire() {
        for (Retired each : List.copyOf(retired)) {
            if (!each.views.isInUse()) {
                each.views.close();
                ViewsFile.delete(directory.file(each.name));
                retired.remove(each);
            }
        }
        return !retired.isEmpty();
    }

    /** Deletes what replays have left behind, but not what this one has built. */
    public synchronized void clear(@Nullable Long replay) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.file("."), "views*.db")) {
            for (Path file : files) {
                if (isLeft(file.getFileName().toString(), replay)) {
                    ViewsFile.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the views cannot be listed", e);
        }
    }

    private boolean isLeft(String file, @Nullable Long replay) {
        return NAME.matcher(file).matches()
                && !file.equals(name)
                && (replay == null || !file.equals(nameOf(replay)))
                && retired.stream().noneMatch(each -> each.name.equals(file));
    }

    @Override
    public synchronized void close() {
        retired.forEach(each -> each.views.close());
        served.close();
    }

    /** What a replay has built and is not there any more, or does not fit the log, is never built anew under its name. */
    private SqliteDatabase first() {
        if (!name.equals(FIRST)) {
            ViewsFile.delete(directory.file(name));
            ViewsFile.delete(directory.file(FIRST));
            name = FIRST;
            point(FIRST);
        }
        return open(FIRST);
    }

    private Optional<SqliteDatabase> existing(String file) {
        return new ViewsFile(directory.file(file), log).existing();
    }

    private SqliteDatabase open(String file) {
        return new ViewsFile(directory.file(file), log).open();
    }

    private static String nameOf(long replay) {
        return "views-" + replay + ".db";
    }

    private String lastServed() {
        try {
            String last = Files.readString(directory.file(POINTER), StandardCharsets.ISO_8859_1)
                    .strip();
            return NAME.matcher(last).matches() ? last : FIRST;
        } catch (NoSuchFileException e) {
            return FIRST;
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be read which views serve", e);
        }
    }

    private void point(String file) {
        Path next = directory.file(POINTER + ".next");
        try {
            Files.writeString(next, file + "\n");
            force(next);
            Files.move(next, directory.file(POINTER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be written which views serve", e);
        }
        try {
            force(directory.file("."));
        } catch (IOException e) {
            LOG.warn("a power cut may bring back which views served: {}", e.getMessage());
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
