/** Domains of mail over HTTP. */
@NullMarked
package dev.patchbay.rest.domain;

import org.jspecify.annotations.NullMarked;
