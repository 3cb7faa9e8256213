package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.util.ServletRequestPathUtils;

class OperationMappingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/things/7", "/%74hings/7", "/things;color=red/7", "/things/%37", "/thin%67s;color=red/7"})
    void finds_an_operation_however_its_path_is_written(String path) throws Exception {
        assertThat(handler(path)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thing/7", "/", "/others/7/8", "/Things/7", "/%54hings/7"})
    void finds_none_where_there_is_none(String path) throws Exception {
        assertThat(handler(path)).isNull();
    }

    private @Nullable HandlerExecutionChain handler(String path) throws Exception {
        OperationMapping mapping = new OperationMapping();
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("things", Things.class);
        context.refresh();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping.getHandler(request(path));
    }

    private static HttpServletRequest request(String path) {
        MockHttpServletRequest request =
                new MockHttpServletRequest("GET", URI.create(path).getRawPath());
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    @Controller
    static final class Things {

        @GetMapping("/things/{id}")
        void thing(@PathVariable String id) {}

        @GetMapping("/others/{id}")
        void other(@PathVariable String id) {}
    }
}
