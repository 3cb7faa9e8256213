package dev.patchbay.rest.reference;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the reference page is made of: all of it from here, nothing from other hosts. */
@Component
final class ReferenceAssets implements WebMvcConfigurer {
    private final String version;

    ReferenceAssets() throws IOException {
        this.version = PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"))
                .getProperty("version");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/assets/*")
                .addResourceLocations("classpath:/dev/patchbay/rest/reference/assets/");
        // The library lies in the class path under its version.
        registry.addResourceHandler("/docs/swagger-ui/*")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/");
    }
}
