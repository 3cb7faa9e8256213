@NullMarked
package dev.patchbay.shared.virtualnumber;

import org.jspecify.annotations.NullMarked;
