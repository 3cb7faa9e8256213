package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Silence;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.Unanswerable;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditEntry.Actor;
import dev.patchbay.shared.audit.AuditEntry.Subject;
import dev.patchbay.shared.audit.AuditQuery.FieldBlame;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.audit.JsonText;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

class WireTest {

    private static final String LANGUAGE = "dev.patchbay.shared";

    private final Wire wire = new Wire(DataSize.ofMegabytes(4));

    /** What has no type of its own, and comes back as it was all the same: see the values of a field. */
    private static final Set<String> UNTYPED = Set.of("FieldChange.before", "FieldChange.after", "Subject.id");

    /** Of what is not Patchbay's own, what JSON says without a doubt. */
    private static final Set<Class<?>> CERTAIN = Set.of(
            boolean.class,
            int.class,
            long.class,
            double.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            String.class,
            UUID.class,
            Instant.class,
            Duration.class,
            BigDecimal.class,
            LocalDate.class,
            ZoneId.class,
            List.class,
            Set.class,
            Map.class);

    private static final Scope ACCOUNT = new Scope(1, null);

    private static final List<Class<?>> WORDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(LANGUAGE).stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(Class::isRecord)
                    .toList();

    @Test
    void whatever_may_be_one_of_several_says_which() {
        Walk walk = new Walk();
        List<Type> messages = new ArrayList<>(List.of(
                Together.class,
                AllocateId.class,
                Refusal.Details.class,
                Behind.Details.class,
                Silence.Details.class,
                Unanswerable.Details.class));
        WORDS.stream().filter(Command.class::isAssignableFrom).forEach(messages::add);
        WORDS.stream().filter(Query.class::isAssignableFrom).forEach(query -> {
            messages.add(query);
            walk.over(view(query));
        });
        assertThat(messages).hasSizeGreaterThan(150);

        messages.forEach(walk::into);

        assertThat(walk.several).isEqualTo(new HashSet<>(Wire.ONE_OF_SEVERAL));
        assertThat(walk.untyped).isEqualTo(new TreeSet<>(UNTYPED));
    }

    @Test
    void an_answer_comes_back_as_the_view_that_was_asked_for() {
        OperatorDetail ada = new OperatorDetail(1, "Ada", "+15555550100", null, true, "A", List.of());

        assertThat(sent(new FindOperator(1, ACCOUNT, Moment.latest()), new Answer<>(ada, 3, 7)))
                .isEqualTo(new Answer<>(ada, 3, 7));
    }

    @Test
    void the_values_of_a_field_come_back_as_they_were() {
        List<Object> values = List.of(
                1L,
                0.25,
                true,
                "text",
                List.of(),
                List.of("a", "b"),
                new JsonText("{\"type\": \"slack\"}"),
                Map.of("text", "{}", "id", 5L));
        FindBlame query = new FindBlame(Kind.OPERATOR, Which.numbered(1), ACCOUNT, Moment.latest());

        for (Object value : values) {
            FieldChange change = new FieldChange("field", null, value);
            Answer<?> answer = new Answer<>(List.of(new FieldBlame("field", entry(change))), 3, 7);
            assertThat(sent(query, answer)).isEqualTo(answer);
        }
    }

    @Test
    void what_is_too_large_for_a_message_is_not_sent() {
        Wire narrow = new Wire(DataSize.ofMegabytes(1));
        Answer<String> fits = new Answer<>("a".repeat(900_000), 3, 7);
        Answer<String> inBytes = new Answer<>("ą".repeat(900_000), 3, 7);

        assertThat(narrow.written(fits).position()).isEqualTo(7);
        assertThatThrownBy(() -> narrow.written(inBytes)).isInstanceOf(Unanswerable.class);
    }

    private Answer<?> sent(Query<?> query, Answer<?> answer) {
        SerializedObject<byte[]> message = wire.serializer().serialize(wire.written(answer), byte[].class);
        return wire.read(query, wire.serializer().<byte[], Answer<?>>deserialize(message));
    }

    private static AuditEntry entry(FieldChange change) {
        return new AuditEntry(
                5,
                "id",
                Instant.parse("2026-11-22T08:00:00.123456Z"),
                "OperatorRenamed",
                new Subject("operator", 7L, "Ada"),
                null,
                new Actor("system", null, null, null),
                "request",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(change));
    }

    private static JavaType view(Class<?> query) {
        JavaType view = JsonMapper.shared()
                .constructType(query)
                .findSuperType(Query.class)
                .containedType(0);
        assertThat(view.isJavaLangObject()).as(query.getName()).isFalse();
        return view;
    }

    /** Goes through all that a message can hold. */
    private static final class Walk {
        private final Set<Class<?>> seen = new HashSet<>();
        private final Set<Class<?>> several = new HashSet<>();
        private final Set<String> untyped = new TreeSet<>();

        void over(JavaType type) {
            visit(type.getRawClass());
            for (int i = 0; i < type.containedTypeCount(); i++) {
                over(type.containedType(i));
            }
        }

        void into(Type type) {
            switch (type) {
                case ParameterizedType generic -> {
                    into(generic.getRawType());
                    for (Type argument : generic.getActualTypeArguments()) {
                        into(argument);
                    }
                }
                case WildcardType wildcard -> into(wildcard.getUpperBounds()[0]);
                case TypeVariable<?> variable -> {
                    // What it stands for is walked where it is said.
                }
                case Class<?> known -> visit(known);
                default -> throw new IllegalArgumentException(type.toString());
            }
        }

        private void visit(Class<?> type) {
            if (!seen.add(type) || type == Object.class) {
                return;
            }
            if (!type.getName().startsWith(LANGUAGE)) {
                assertThat(CERTAIN).contains(type);
                return;
            }
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    if (component.getGenericType() == Object.class) {
                        untyped.add(type.getSimpleName() + "." + component.getName());
                    }
                    into(component.getGenericType());
                }
            } else if (type.isInterface()) {
                several.add(type);
                WORDS.stream().filter(type::isAssignableFrom).forEach(this::visit);
            } else {
                assertThat(type.isEnum()).as(type.getName()).isTrue();
            }
        }
    }
}
