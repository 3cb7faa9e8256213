/** Real calls: what Twilio reports of them, and what it is told to do next. */
@NullMarked
package dev.patchbay.rest.twilio;

import org.jspecify.annotations.NullMarked;
