/** What goes out: answers, refusals, and the JSON they are written in. */
@NullMarked
package dev.patchbay.rest.answer;

import org.jspecify.annotations.NullMarked;
