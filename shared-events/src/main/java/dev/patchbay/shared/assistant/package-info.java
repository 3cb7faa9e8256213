@NullMarked
package dev.patchbay.shared.assistant;

import org.jspecify.annotations.NullMarked;
