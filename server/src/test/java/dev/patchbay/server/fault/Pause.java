package dev.patchbay.server.fault;

import java.time.Duration;

/** A process stands still for seconds, as when its machine is suspended. */
final class Pause implements Fault {

    @Override
    public String title() {
        return "SIGSTOP of a process, SIGCONT";
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.anyNode();
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
