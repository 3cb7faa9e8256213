@NullMarked
package dev.patchbay.query.request;

import org.jspecify.annotations.NullMarked;
