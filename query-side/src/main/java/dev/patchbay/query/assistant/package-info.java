@NullMarked
package dev.patchbay.query.assistant;

import org.jspecify.annotations.NullMarked;
