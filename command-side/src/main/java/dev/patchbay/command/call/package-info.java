@NullMarked
package dev.patchbay.command.call;

import org.jspecify.annotations.NullMarked;
