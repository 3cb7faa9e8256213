@NullMarked
package dev.patchbay.query.role;

import org.jspecify.annotations.NullMarked;
