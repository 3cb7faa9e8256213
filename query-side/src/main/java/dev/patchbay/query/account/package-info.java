@NullMarked
package dev.patchbay.query.account;

import org.jspecify.annotations.NullMarked;
