@NullMarked
package dev.patchbay.server.sqlite;

import org.jspecify.annotations.NullMarked;
