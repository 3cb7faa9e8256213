package dev.patchbay.shared.mail;

import java.time.Instant;

/**
 * A mail that somebody has to see to: it waits for an attempt, or for the outcome of one.
 *
 * @param attempts how many attempts were begun
 * @param due when the next attempt may be made; when the last one was begun, for a mail that waits for its outcome
 */
public record PendingMail(long id, long accountId, int attempts, Instant queuedAt, Instant due, Letter letter) {}
