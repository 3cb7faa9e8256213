package dev.patchbay.query;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.Consumer;

/** A connection that tells which statements are prepared on it. */
final class ListeningConnection {

    private ListeningConnection() {}

    static Connection around(Connection connection, Consumer<String> listener) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                listener.accept((String) arguments[0]);
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection) Proxy.newProxyInstance(
                ListeningConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
