@NullMarked
package dev.patchbay.command.virtualnumber;

import org.jspecify.annotations.NullMarked;
