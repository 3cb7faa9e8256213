package dev.patchbay.rest.routing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.patchbay.shared.routing.RouteView;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes, as it is answered.
 *
 * @param caller who calls, in E.164 form; null when nobody in particular does
 */
record RouteShape(@Nullable String caller, @JsonUnwrapped RouteView route) {}
