/** Agents who come in a table: read row by row, taken in in the background. */
@NullMarked
package dev.patchbay.rest.agent.imports;

import org.jspecify.annotations.NullMarked;
