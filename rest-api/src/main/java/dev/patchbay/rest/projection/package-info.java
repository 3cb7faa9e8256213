@NullMarked
package dev.patchbay.rest.projection;

import org.jspecify.annotations.NullMarked;
