@NullMarked
package dev.patchbay.server.dns;

import org.jspecify.annotations.NullMarked;
