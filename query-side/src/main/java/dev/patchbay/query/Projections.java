package dev.patchbay.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.util.ClassUtils;

/** All projections that write one set of views; each class of event goes straight to those that keep something of it. */
public final class Projections {

    /** What the projections are together for the framework. */
    public static final String GROUP = "views";

    /** Raised when the same events come to other rows: views of another revision serve, and are replayed. */
    public static final int REVISION = 1;

    private static final int NOT_ORDERED = 0;

    private final List<AnnotationEventHandlerAdapter> all;
    private final List<KeepsParked> keepingParked;
    private final Map<Class<?>, List<AnnotationEventHandlerAdapter>> handling = new ConcurrentHashMap<>();

    public Projections(Collection<?> handlers) {
        all = handlers.stream()
                .sorted(Comparator.comparingInt(
                        (Object handler) -> OrderUtils.getOrder(handler.getClass(), NOT_ORDERED)))
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
        keepingParked = handlers.stream()
                .filter(KeepsParked.class::isInstance)
                .map(KeepsParked.class::cast)
                .toList();
    }

    /** Those that are among the beans. */
    public static Projections among(ListableBeanFactory beans) {
        return new Projections(Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .filter(name -> GROUP.equals(group(beans, name)))
                .map(beans::getBean)
                .toList());
    }

    /** New ones, which write these views. */
    public static Projections of(Views views) {
        GenericApplicationContext context = new GenericApplicationContext();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(Views.class, () -> views);
        for (Class<?> component : Components.ALL) {
            context.registerBean(component, definition -> definition.setLazyInit(true));
        }
        context.refresh();
        return among(context);
    }

    /** Hands an event to all that keep something of it, in the transaction that is under way. */
    public void handle(EventMessage<?> event) throws Exception {
        if (event.getPayloadType() == UnknownSerializedType.class) {
            throw new IllegalStateException("this event is of a type that is not known here");
        }
        for (AnnotationEventHandlerAdapter projection :
                handling.computeIfAbsent(event.getPayloadType(), this::handling)) {
            projection.handle(event);
        }
    }

    /** Hands an event to those that keep something even of what is parked. */
    void park(DomainEventMessage<?> event, Recorded recorded) {
        keepingParked.forEach(projection -> projection.park(event, recorded));
    }

    private static String group(ListableBeanFactory beans, String name) {
        return Objects.requireNonNull(beans.findAnnotationOnBean(name, ProcessingGroup.class))
                .value();
    }

    private List<AnnotationEventHandlerAdapter> handling(Class<?> event) {
        return all.stream()
                .filter(projection -> projection.canHandleType(event))
                .toList();
    }

    /** What there is to make projections of, looked for once. */
    private static final class Components {

        private static final List<Class<?>> ALL = new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents(Projections.class.getPackageName()).stream()
                        .<Class<?>>map(found -> ClassUtils.resolveClassName(
                                Objects.requireNonNull(found.getBeanClassName()), Projections.class.getClassLoader()))
                        .toList();
    }
}
