@NullMarked
package dev.patchbay.server.mail;

import org.jspecify.annotations.NullMarked;
