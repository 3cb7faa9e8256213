@NullMarked
package dev.patchbay.query.mail;

import org.jspecify.annotations.NullMarked;
