@NullUnmarked
package dev.patchbay.rest.exchange;

import org.jspecify.annotations.NullUnmarked;
