@NullMarked
package dev.patchbay.command.project;

import org.jspecify.annotations.NullMarked;
