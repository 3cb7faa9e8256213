@NullMarked
package dev.patchbay.query.replay;

import org.jspecify.annotations.NullMarked;
