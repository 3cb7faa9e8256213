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
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.OrderUtils;

/** All projections that write one set of views; each class of event goes straight to those that keep something of it. */
public final class Projections {

    /** What the projections are together for the framework. */
    public static final String GROUP = "views";

    private static final int NOT_ORDERED = 0;

    private final List<AnnotationEventHandlerAdapter> all;
    private final Map<Class<?>, List<AnnotationEventHandlerAdapter>> handling = new ConcurrentHashMap<>();

    public Projections(Collection<?> handlers) {
        all = handlers.stream()
                .sorted(Comparator.comparingInt(
                        (Object handler) -> OrderUtils.getOrder(handler.getClass(), NOT_ORDERED)))
                .map(AnnotationEventHandlerAdapter::new)
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
        context.registerBean(Views.class, () -> views);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.scan(Projections.class.getPackageName());
        context.refresh();
        return among(context);
    }

    /** Hands an event to all that keep something of it, in the transaction that is under way. */
    public void handle(EventMessage<?> event) throws Exception {
        for (AnnotationEventHandlerAdapter projection :
                handling.computeIfAbsent(event.getPayloadType(), this::handling)) {
            projection.handle(event);
        }
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
}
