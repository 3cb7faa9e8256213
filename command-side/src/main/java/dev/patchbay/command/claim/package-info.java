@NullMarked
package dev.patchbay.command.claim;

import org.jspecify.annotations.NullMarked;
