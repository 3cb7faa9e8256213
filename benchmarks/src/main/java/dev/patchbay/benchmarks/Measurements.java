package dev.patchbay.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is asked of the server. Each measurement has an account of its own: a number's detail lists all active operators of
 * its account, so what one measurement leaves behind would weigh on the next.
 */
record Measurements(Server server, Duration warmUp, Duration time) {

    private static final int ATTACHED = 3;
    private static final int AVAILABLE = 3;
    private static final int TO_ATTACH = 10;

    Result creatingOperators(int connections) throws IOException {
        Request creation = Account.open(server).operatorCreation();
        return load(connections).run(() -> () -> creation);
    }

    /** Every request attaches one of few operators to a number that does not have it yet. */
    Result attachingOperators(int connections) throws IOException {
        Account account = Account.open(server);
        List<Long> operators = account.createOperators(TO_ATTACH);
        Queue<Long> numbers = new ConcurrentLinkedQueue<>(purchaseEnough(account, connections));
        return load(connections).run(() -> new Attachments(account, numbers, operators));
    }

    Result readingAnOperator(int connections) throws IOException {
        Account account = Account.open(server);
        Request reading = account.readingOperator(prepareOneNumber(account).getFirst());
        return load(connections).run(() -> () -> reading);
    }

    Result readingANumber(int connections) throws IOException {
        Account account = Account.open(server);
        prepareOneNumber(account);
        Request reading = account.readingNumber(account.numbers().getFirst());
        return load(connections).run(() -> () -> reading);
    }

    /** A purchase costs about as much as an attachment, and is followed by so many of them: this lasts at least twice as long. */
    private List<Long> purchaseEnough(Account account, int connections) throws IOException {
        Duration purchasing = warmUp.plus(time).multipliedBy(2).dividedBy(TO_ATTACH);
        new Load(server.address(), connections, Duration.ZERO, purchasing).run(() -> account::purchase);
        return account.numbers();
    }

    /** Answers the operators; the first of them are attached. */
    private static List<Long> prepareOneNumber(Account account) throws IOException {
        List<Long> operators = account.createOperators(ATTACHED + AVAILABLE);
        account.send(account.purchase());
        for (long operator : operators.subList(0, ATTACHED)) {
            account.send(account.attachment(account.numbers().getFirst(), operator));
        }
        return operators;
    }

    private Load load(int connections) {
        return new Load(server.address(), connections, warmUp, time);
    }
}
