@NullMarked
package dev.patchbay.query.apikey;

import org.jspecify.annotations.NullMarked;
