/** One request and its answer: reads, writes, conditions and safe retries. */
@NullMarked
package dev.patchbay.rest.exchange;

import org.jspecify.annotations.NullMarked;
