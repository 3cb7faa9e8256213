@NullMarked
package dev.patchbay.query.agent;

import org.jspecify.annotations.NullMarked;
