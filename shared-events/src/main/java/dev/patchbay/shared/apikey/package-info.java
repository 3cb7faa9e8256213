@NullMarked
package dev.patchbay.shared.apikey;

import org.jspecify.annotations.NullMarked;
