package dev.patchbay.benchmarks.peer;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Databases with many writers: one pool for everything. */
@Configuration(proxyBeanMethods = false)
@Profile("!sqlite")
class PoolConfiguration {

    @Bean(defaultCandidate = false)
    DataSource reading(DataSource all) {
        return all;
    }
}
