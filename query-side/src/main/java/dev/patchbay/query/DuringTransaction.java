package dev.patchbay.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is remembered only during the transaction that is under way: nobody else sees it, and a rollback forgets it. */
public final class DuringTransaction<T> {

    private final Supplier<T> nothingYet;
    private final Consumer<T> beforeCommit;

    /**
     * Begins with nothing in each transaction.
     *
     * @param beforeCommit writes what has not been written
     */
    public DuringTransaction(Supplier<T> nothingYet, Consumer<T> beforeCommit) {
        this.nothingYet = nothingYet;
        this.beforeCommit = beforeCommit;
    }

    @SuppressWarnings("unchecked")
    public T get() {
        Object known = TransactionSynchronizationManager.getResource(this);
        return (known == null ? begin() : (Memory) known).get();
    }

    /** Writes all that is remembered, so that from here on a part of the transaction can be taken back. */
    static void settle() {
        all().forEach(DuringTransaction<?>.Memory::write);
    }

    /** Forgets what was remembered since it was settled, because it is taken back. */
    static void forget() {
        all().forEach(DuringTransaction<?>.Memory::clear);
    }

    private static List<DuringTransaction<?>.Memory> all() {
        List<DuringTransaction<?>.Memory> memories = new ArrayList<>();
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof DuringTransaction<?>.Memory memory) {
                memories.add(memory);
            }
        }
        return memories;
    }

    private Memory begin() {
        Memory memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        TransactionSynchronizationManager.bindResource(this, memory);
        return memory;
    }

    private final class Memory implements TransactionSynchronization {

        private @Nullable T value;

        T get() {
            T remembered = value;
            if (remembered == null) {
                remembered = nothingYet.get();
                value = remembered;
            }
            return remembered;
        }

        void write() {
            if (value != null) {
                beforeCommit.accept(value);
                clear();
            }
        }

        void clear() {
            value = null;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(DuringTransaction.this);
        }
    }
}
