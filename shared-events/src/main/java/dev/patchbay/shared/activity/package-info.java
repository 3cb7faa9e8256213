@NullMarked
package dev.patchbay.shared.activity;

import org.jspecify.annotations.NullMarked;
