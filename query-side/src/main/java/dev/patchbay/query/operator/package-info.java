@NullMarked
package dev.patchbay.query.operator;

import org.jspecify.annotations.NullMarked;
