/** What a user would write with Axon's stock stores to get Patchbay's most used endpoint: the peers that Patchbay is measured beside. */
@NullMarked
package dev.patchbay.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
