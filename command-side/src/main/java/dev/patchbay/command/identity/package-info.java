@NullMarked
package dev.patchbay.command.identity;

import org.jspecify.annotations.NullMarked;
