@NullUnmarked
package dev.patchbay.rest.settings;

import org.jspecify.annotations.NullUnmarked;
