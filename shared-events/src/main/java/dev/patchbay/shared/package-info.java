@NullMarked
package dev.patchbay.shared;

import org.jspecify.annotations.NullMarked;
