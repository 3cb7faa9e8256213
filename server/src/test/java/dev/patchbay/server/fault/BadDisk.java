package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For a while the system calls by which a process writes fail or are slow; sometimes it is killed in the midst of that. */
final class BadDisk implements Fault {

    static final String SYNC = "fsync,fdatasync";
    static final String GROW = "pwrite64,ftruncate,fallocate";

    private final Part part;
    private final String name;
    private final String calls;
    private final String what;

    private BadDisk(Part part, String name, String calls, String what) {
        this.part = part;
        this.name = name;
        this.calls = calls;
        this.what = what;
    }

    static BadDisk full(Part part) {
        return new BadDisk(part, "full disk (ENOSPC)", GROW, "error=ENOSPC");
    }

    static BadDisk failing(Part part) {
        return new BadDisk(part, "disk that cannot sync (EIO)", SYNC, "error=EIO");
    }

    static BadDisk failingNowAndThen(Part part) {
        return new BadDisk(part, "disk that fails now and then", SYNC + ",pwrite64", "error=EIO:when=7+13");
    }

    static BadDisk slow(Part part) {
        return new BadDisk(part, "slow disk (0.2 s per sync)", SYNC, "delay_enter=200000");
    }

    @Override
    public String title() {
        return name + part.of();
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return part.keepsFiles() ? Tracer.missing() : Optional.of("it writes no files");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.any(part);
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
