/** The forms in which events were stored once, and how they are read now. */
@NullMarked
package dev.patchbay.shared.past;

import org.jspecify.annotations.NullMarked;
