@NullMarked
package dev.patchbay.command.replay;

import org.jspecify.annotations.NullMarked;
