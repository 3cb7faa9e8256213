@NullMarked
package dev.patchbay.server.replay;

import org.jspecify.annotations.NullMarked;
