/** The server against a plain model of it: random requests, and after each of them everything that can be read. */
@NullMarked
package dev.patchbay.server.model;

import org.jspecify.annotations.NullMarked;
