@NullUnmarked
package dev.patchbay.rest.reference;

import org.jspecify.annotations.NullUnmarked;
