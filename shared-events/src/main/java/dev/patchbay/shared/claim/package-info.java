@NullMarked
package dev.patchbay.shared.claim;

import org.jspecify.annotations.NullMarked;
