@NullMarked
package dev.patchbay.shared.operator;

import org.jspecify.annotations.NullMarked;
