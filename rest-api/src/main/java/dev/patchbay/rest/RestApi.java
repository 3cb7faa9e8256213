package dev.patchbay.rest;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Replies;
import dev.patchbay.rest.caller.AgentAuthentication;
import dev.patchbay.rest.caller.AgentFilter;
import dev.patchbay.rest.caller.Authentication;
import dev.patchbay.rest.caller.CallerFilter;
import dev.patchbay.rest.caller.PermissionCheck;
import dev.patchbay.rest.caller.RateLimits;
import dev.patchbay.rest.exchange.Exchanges;
import dev.patchbay.rest.request.OperationMapping;
import dev.patchbay.rest.request.PathIds;
import dev.patchbay.rest.request.RequestIdFilter;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.rest.settings.CarrierSettings;
import dev.patchbay.rest.settings.DomainSettings;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * All of the REST API, to be imported by a server. The server provides Axon's command and query gateways, a clock, and what
 * is kept outside of the log: {@link dev.patchbay.rest.caller.Credentials},
 * {@link dev.patchbay.rest.caller.AgentCredentials} and {@link dev.patchbay.rest.exchange.RetainedAnswers}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({ApiSettings.class, CarrierSettings.class, DomainSettings.class})
@PropertySource("classpath:dev/patchbay/rest/http.properties")
public class RestApi implements WebMvcConfigurer {
    private static final long LARGEST_UPLOAD = 64L * 1024 * 1024;
    private static final int IN_MEMORY = 64 * 1024;
    private static final int AFTER_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 100;

    private final Exchanges exchanges;

    public RestApi(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Bean
    static FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        FilterRegistrationBean<RequestIdFilter> filter = new FilterRegistrationBean<>(new RequestIdFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<CallerFilter> callerFilter(
            Authentication authentication, RateLimits limits, Failures failures) {
        FilterRegistrationBean<CallerFilter> filter =
                new FilterRegistrationBean<>(new CallerFilter(authentication, limits, failures));
        filter.addUrlPatterns("/api/v1/public/*", "/v1/*");
        filter.setOrder(AFTER_REQUEST_ID);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<AgentFilter> agentFilter(AgentAuthentication authentication, Failures failures) {
        FilterRegistrationBean<AgentFilter> filter =
                new FilterRegistrationBean<>(new AgentFilter(authentication, failures));
        for (String resource : List.of("agents", "teams", "roles", "activity-logs")) {
            filter.addUrlPatterns("/api/v1/" + resource + "/*");
        }
        filter.setOrder(AFTER_REQUEST_ID);
        return filter;
    }

    /** So many operations are not worth a close look each. */
    @Bean
    static WebMvcRegistrations operations() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new OperationMapping();
            }
        };
    }

    /** Uploads are read only where a controller asks for them. */
    @Bean
    static MultipartConfigElement uploads() {
        return new MultipartConfigElement("", LARGEST_UPLOAD, LARGEST_UPLOAD, IN_MEMORY);
    }

    /** Comes last: what nobody else serves is a plain answer, and nothing to warn the log of. */
    @Bean
    static SimpleUrlHandlerMapping unknownPaths() {
        HttpRequestHandler nothing = (request, response) ->
                Replies.write(Envelope.around(Problem.unknownPath().reply(), request), response);
        return new SimpleUrlHandlerMapping(Map.of("/**", nothing), Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermissionCheck());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(exchanges);
        resolvers.add(new PathIds());
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new Replies());
    }
}
