@NullUnmarked
package dev.patchbay.rest.virtualnumber;

import org.jspecify.annotations.NullUnmarked;
