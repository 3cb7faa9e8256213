/** Mail that requests lead to. */
@NullMarked
package dev.patchbay.rest.mail;

import org.jspecify.annotations.NullMarked;
