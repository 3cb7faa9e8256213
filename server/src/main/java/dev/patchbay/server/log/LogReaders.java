package dev.patchbay.server.log;

import javax.sql.DataSource;

/** Connections that see what is committed in the log. */
public record LogReaders(DataSource connections) {}
