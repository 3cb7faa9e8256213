@NullMarked
package dev.patchbay.command.apikey;

import org.jspecify.annotations.NullMarked;
