package dev.patchbay.rest.answer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** Where a request goes, however its path is written: as filters and routes see it. */
final class AskedPath {

    private AskedPath() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return decoded(failed);
        }
        String inside = request.getPathInfo();
        return request.getServletPath() + (inside == null ? "" : inside);
    }

    /** Whether a path is this one or lies below it. */
    static boolean isBelow(String base, String path) {
        return path.equals(base) || path.startsWith(base + "/");
    }

    /** What the container refused may be no path at all. */
    private static String decoded(String path) {
        try {
            return StringUtils.cleanPath(
                    UriUtils.decode(path.replaceAll(";[^/]*", "").replaceAll("/+", "/"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
