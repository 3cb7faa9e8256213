/** The description of the API, for machines and for people. */
@NullMarked
package dev.patchbay.rest.reference;

import org.jspecify.annotations.NullMarked;
