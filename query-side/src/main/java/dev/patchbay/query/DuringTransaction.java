package dev.patchbay.query;

import java.util.function.Consumer;
import java.util.function.Supplier;
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
        return known == null ? begin() : (T) known;
    }

    private T begin() {
        T memory = nothingYet.get();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                beforeCommit.accept(memory);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(DuringTransaction.this);
            }
        });
        TransactionSynchronizationManager.bindResource(this, memory);
        return memory;
    }
}
