package dev.patchbay.server.fault;

import java.time.Duration;

/** A process stands still for seconds, as when its machine is suspended. */
final class Pause implements Fault {

    private final Part part;

    Pause(Part part) {
        this.part = part;
    }

    @Override
    public String title() {
        return "SIGSTOP of " + part + ", SIGCONT";
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.any(part);
        long pid = victim.process().pid();
        Signal.STOP.to(pid);
        try {
            scene.linger(Duration.ofSeconds(1), Duration.ofSeconds(14));
        } finally {
            Signal.CONT.to(pid);
        }
        return 1;
    }
}
