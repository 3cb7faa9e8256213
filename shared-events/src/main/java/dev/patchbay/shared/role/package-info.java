@NullMarked
package dev.patchbay.shared.role;

import org.jspecify.annotations.NullMarked;
