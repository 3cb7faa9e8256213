@NullMarked
package dev.patchbay.query.activity;

import org.jspecify.annotations.NullMarked;
