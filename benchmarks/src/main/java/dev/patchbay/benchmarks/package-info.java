/** What the packaged server does in how much time and memory, beside what the disk under it allows. */
@NullMarked
package dev.patchbay.benchmarks;

import org.jspecify.annotations.NullMarked;
