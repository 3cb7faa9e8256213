@NullMarked
package dev.patchbay.shared.replay;

import org.jspecify.annotations.NullMarked;
