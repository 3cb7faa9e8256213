package dev.patchbay.server.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/** Real mail servers. */
public final class MailServers {

    private MailServers() {}

    /** One that may take its time to start, as it does on a busy machine; it is still to be started. */
    public static GreenMail of(ServerSetup kind) {
        ServerSetup setup = kind.dynamicPort();
        setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
        return new GreenMail(setup);
    }
}
