@NullUnmarked
package dev.patchbay.rest.caller;

import org.jspecify.annotations.NullUnmarked;
