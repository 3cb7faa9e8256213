@NullMarked
package dev.patchbay.shared.identity;

import org.jspecify.annotations.NullMarked;
