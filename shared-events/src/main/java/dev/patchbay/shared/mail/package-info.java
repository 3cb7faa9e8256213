@NullMarked
package dev.patchbay.shared.mail;

import org.jspecify.annotations.NullMarked;
