package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For a while the system calls by which a process writes fail or are slow; sometimes it is killed in the midst of that. */
final class BadDisk implements Fault {

    static final String SYNC = "fsync,fdatasync";
    static final String GROW = "pwrite64,ftruncate,fallocate";

    private final String name;
    private final String calls;
    private final String what;

    private BadDisk(String name, String calls, String what) {
        this.name = name;
        this.calls = calls;
        this.what = what;
    }

    static BadDisk full() {
        return new BadDisk("full disk (ENOSPC)", GROW, "error=ENOSPC");
    }

    static BadDisk failing() {
        return new BadDisk("disk that cannot sync (EIO)", SYNC, "error=EIO");
    }

    static BadDisk failingNowAndThen() {
        return new BadDisk("disk that fails now and then", SYNC + ",pwrite64", "error=EIO:when=7+13");
    }

    static BadDisk slow() {
        return new BadDisk("slow disk (0.2 s per sync)", SYNC, "delay_enter=200000");
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return Tracer.missing();
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.anyNode();
        boolean dies = scene.random().nextInt(3) == 0;
        Tracer tracer = Tracer.of(List.of(victim.process().pid()), calls, what);
        try {
            scene.load().awaitTrouble(10);
            scene.linger(Duration.ofSeconds(3));
            if (dies) {
                victim.kill();
            }
        } finally {
            tracer.letGo();
        }
        if (dies) {
            victim.start();
        }
        return 1;
    }
}
