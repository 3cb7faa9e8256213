@NullMarked
package dev.patchbay.query.team;

import org.jspecify.annotations.NullMarked;
