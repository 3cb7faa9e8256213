package dev.patchbay.server.mail;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Connections that are secured with the key that GreenMail brings along. */
final class TrustedTls {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustedTls() {}

    /** The server's side of a connection that goes on in secret. */
    static Socket around(Socket connection) throws IOException {
        try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(connection, null, connection.getPort(), true);
            secured.setUseClientMode(false);
            return secured;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
