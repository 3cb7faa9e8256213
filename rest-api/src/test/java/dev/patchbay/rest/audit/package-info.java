@NullUnmarked
package dev.patchbay.rest.audit;

import org.jspecify.annotations.NullUnmarked;
