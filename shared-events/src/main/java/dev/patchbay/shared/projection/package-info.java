@NullMarked
package dev.patchbay.shared.projection;

import org.jspecify.annotations.NullMarked;
