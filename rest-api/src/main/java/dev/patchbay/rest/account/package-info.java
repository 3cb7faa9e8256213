/** Accounts over HTTP. */
@NullMarked
package dev.patchbay.rest.account;

import org.jspecify.annotations.NullMarked;
