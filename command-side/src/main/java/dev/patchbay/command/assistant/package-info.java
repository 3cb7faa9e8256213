@NullMarked
package dev.patchbay.command.assistant;

import org.jspecify.annotations.NullMarked;
