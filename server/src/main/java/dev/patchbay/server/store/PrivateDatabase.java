package dev.patchbay.server.store;

import javax.sql.DataSource;

/** Where the tables are of what must not be in the log, and cannot be derived from it: digests of keys, last uses, retained refusals. */
public record PrivateDatabase(DataSource writer, DataSource readers) {}
