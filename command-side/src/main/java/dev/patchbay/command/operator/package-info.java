@NullMarked
package dev.patchbay.command.operator;

import org.jspecify.annotations.NullMarked;
