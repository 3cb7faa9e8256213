package dev.patchbay.server;

import dev.patchbay.server.ServerSettings.Store;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Counts only for servers whose log is in one of these stores. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnStore.class)
public @interface ConditionalOnStore {
    Store[] value();
}
