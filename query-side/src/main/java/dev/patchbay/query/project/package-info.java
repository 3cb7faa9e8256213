@NullMarked
package dev.patchbay.query.project;

import org.jspecify.annotations.NullMarked;
