@NullMarked
package dev.patchbay.query.identity;

import org.jspecify.annotations.NullMarked;
