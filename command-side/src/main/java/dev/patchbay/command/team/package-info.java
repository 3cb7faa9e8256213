@NullMarked
package dev.patchbay.command.team;

import org.jspecify.annotations.NullMarked;
