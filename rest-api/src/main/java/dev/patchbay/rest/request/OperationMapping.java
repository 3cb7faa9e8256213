package dev.patchbay.rest.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the operation that a request means; looks closely only at those whose path begins as that of the request does. */
public final class OperationMapping extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo operation, HttpServletRequest request) {
        return mayMatch(operation, request) ? super.getMatchingMapping(operation, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo operation, HttpServletRequest request) {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        for (String beginning : beginnings(operation)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return isWrittenInAnotherWay(path);
    }

    /** What is known is found without a lock. */
    private List<String> beginnings(RequestMappingInfo operation) {
        List<String> known = beginnings.get(operation);
        return known != null ? known : beginnings.computeIfAbsent(operation, OperationMapping::cut);
    }

    /** Than it is meant: with escapes, or with parameters within. */
    private static boolean isWrittenInAnotherWay(String path) {
        return path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
    }

    private static List<String> cut(RequestMappingInfo operation) {
        return operation.getPatternValues().stream()
                .map(pattern -> pattern.replaceFirst("/?[{*?].*", ""))
                .toList();
    }
}
