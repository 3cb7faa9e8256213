@NullMarked
package dev.patchbay.command.domain;

import org.jspecify.annotations.NullMarked;
