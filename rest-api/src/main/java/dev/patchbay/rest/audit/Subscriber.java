package dev.patchbay.rest.audit;

import java.io.IOException;
import java.util.List;

/**
 * Whoever follows along; a slow one makes the server wait and costs it no more than one part of the list. Both methods fail when
 * nobody listens any more.
 */
interface Subscriber {

    /** Entries in the order of the log. */
    void tell(List<AuditEntryShape> entries) throws IOException;

    /** There is nothing more up to this position. */
    void bookmark(long position) throws IOException;
}
