@NullMarked
package dev.patchbay.shared.domain;

import org.jspecify.annotations.NullMarked;
