package dev.patchbay.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** Marks what reacts to events with further commands, within the same unit of work: both are in the log or neither is. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
@ProcessingGroup(Consequences.GROUP)
public @interface Consequences {

    /** The name of the processing group; it must be a subscribing one that propagates errors. */
    String GROUP = "consequences";
}
