@NullMarked
package dev.patchbay.shared.project;

import org.jspecify.annotations.NullMarked;
