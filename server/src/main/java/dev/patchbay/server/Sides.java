package dev.patchbay.server;

import dev.patchbay.rest.RestApi;
import dev.patchbay.server.ServerSettings.Role;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The sides that run in this process. */
@Configuration(proxyBeanMethods = false)
class Sides {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole(Role.COMMAND)
    @ComponentScan(
            basePackages = "dev.patchbay.command",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole(Role.QUERY)
    @ComponentScan(basePackages = "dev.patchbay.query", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class QuerySide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole(Role.API)
    @Import(RestApi.class)
    static class Api {}
}
