package dev.patchbay.rest.request;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a body, read as a value.
 *
 * @param given whether the body has it
 * @param value null when it is not given, is null, or was not what it must be
 */
public record Field<T>(boolean given, @Nullable T value) {

    static <T> Field<T> absent() {
        return new Field<>(false, null);
    }

    static <T> Field<T> of(@Nullable T value) {
        return new Field<>(true, value);
    }

    /** The same member as what its value amounts to. */
    public <S> Field<S> map(Function<T, S> meaning) {
        return new Field<>(given, value == null ? null : meaning.apply(value));
    }

    public boolean isValue() {
        return value != null;
    }

    /** The value of a member that was required. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("a required field has no value: the fields were not checked");
        }
        return value;
    }

    public T orElse(T otherwise) {
        return value == null ? otherwise : value;
    }

    public void ifValue(Consumer<T> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    /** Also when the body says null. */
    public void ifGiven(Consumer<@Nullable T> use) {
        if (given) {
            use.accept(value);
        }
    }
}
