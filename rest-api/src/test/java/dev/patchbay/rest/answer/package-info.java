@NullUnmarked
package dev.patchbay.rest.answer;

import org.jspecify.annotations.NullUnmarked;
