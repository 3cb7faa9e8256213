@NullMarked
package dev.patchbay.server.contract;

import org.jspecify.annotations.NullMarked;
