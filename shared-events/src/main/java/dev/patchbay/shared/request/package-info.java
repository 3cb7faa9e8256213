@NullMarked
package dev.patchbay.shared.request;

import org.jspecify.annotations.NullMarked;
