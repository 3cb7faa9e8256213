@NullMarked
package dev.patchbay.command.role;

import org.jspecify.annotations.NullMarked;
