@NullMarked
package dev.patchbay.query.domain;

import org.jspecify.annotations.NullMarked;
