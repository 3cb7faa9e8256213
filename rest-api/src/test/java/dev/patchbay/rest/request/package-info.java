@NullUnmarked
package dev.patchbay.rest.request;

import org.jspecify.annotations.NullUnmarked;
