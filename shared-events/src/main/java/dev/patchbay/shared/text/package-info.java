@NullMarked
package dev.patchbay.shared.text;

import org.jspecify.annotations.NullMarked;
