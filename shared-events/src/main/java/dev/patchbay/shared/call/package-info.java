@NullMarked
package dev.patchbay.shared.call;

import org.jspecify.annotations.NullMarked;
