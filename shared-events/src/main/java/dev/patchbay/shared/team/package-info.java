@NullMarked
package dev.patchbay.shared.team;

import org.jspecify.annotations.NullMarked;
