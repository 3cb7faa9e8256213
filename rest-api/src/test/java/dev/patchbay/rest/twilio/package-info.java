@NullUnmarked
package dev.patchbay.rest.twilio;

import org.jspecify.annotations.NullUnmarked;
