package dev.patchbay.server.axonserver;

/** On a real Axon Server, where there is one. */
class RealAxonServerMessagesTest extends AxonServerMessagesContract {

    private final String address = TestAxonServer.emptied();

    @Override
    protected String address() {
        return address;
    }
}
