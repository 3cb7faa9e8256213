@NullMarked
package dev.patchbay.command.mail;

import org.jspecify.annotations.NullMarked;
