@NullMarked
package dev.patchbay.command.account;

import org.jspecify.annotations.NullMarked;
