@NullMarked
package dev.patchbay.query.virtualnumber;

import org.jspecify.annotations.NullMarked;
