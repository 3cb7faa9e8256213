@NullMarked
package dev.patchbay.query;

import org.jspecify.annotations.NullMarked;
