@NullMarked
package dev.patchbay.command.agent;

import org.jspecify.annotations.NullMarked;
