@NullMarked
package dev.patchbay.shared.agent;

import org.jspecify.annotations.NullMarked;
