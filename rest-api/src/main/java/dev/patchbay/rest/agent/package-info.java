/** Agents over HTTP: who they are, what they may do, and whether they are there. */
@NullMarked
package dev.patchbay.rest.agent;

import org.jspecify.annotations.NullMarked;
