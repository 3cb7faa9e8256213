/** What analysts do with exports, on sample data. */
@NullMarked
package dev.patchbay.server.analytics;

import org.jspecify.annotations.NullMarked;
