@NullMarked
package dev.patchbay.shared.account;

import org.jspecify.annotations.NullMarked;
