package dev.patchbay.server.sqlite;

import dev.patchbay.server.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this process keeps its files, whatever it does. */
@Configuration(proxyBeanMethods = false)
class DataDirectoryConfiguration {

    @Bean
    DataDirectory dataDirectory(ServerSettings settings) {
        return new DataDirectory(settings.dataDir());
    }
}
