@NullUnmarked
package dev.patchbay.rest;

import org.jspecify.annotations.NullUnmarked;
