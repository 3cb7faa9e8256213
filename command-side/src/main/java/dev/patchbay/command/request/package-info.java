@NullMarked
package dev.patchbay.command.request;

import org.jspecify.annotations.NullMarked;
