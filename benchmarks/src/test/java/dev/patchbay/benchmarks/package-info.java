@NullMarked
package dev.patchbay.benchmarks;

import org.jspecify.annotations.NullMarked;
