/** The REST API: translates HTTP into commands and queries, and answers into the documented JSON. */
@NullMarked
package dev.patchbay.rest;

import org.jspecify.annotations.NullMarked;
