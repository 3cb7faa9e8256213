/** The approved OpenAPI document against the running server, and what the server makes of hostile requests. */
@NullMarked
package dev.patchbay.server.document;

import org.jspecify.annotations.NullMarked;
