@NullMarked
package dev.patchbay.query.call;

import org.jspecify.annotations.NullMarked;
