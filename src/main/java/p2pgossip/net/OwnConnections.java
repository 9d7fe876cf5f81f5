package p2pgossip.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/// The local ends of the connections that this process has opened. A caller at one of them is a
/// peer of this process: nothing else can use that address and port at the same time. Thread-safe.
public final class OwnConnections {

  // A session gives its address only while it is open.
  private final Map<String, SocketAddress> endOfSession = new ConcurrentHashMap<>();
  private final Map<SocketAddress, String> sessionAtEnd = new ConcurrentHashMap<>();

  /// Whether a caller is a peer of this process.
  ///
  /// @param remote address of the caller
  boolean include(InetSocketAddress remote) {
    return sessionAtEnd.containsKey(remote);
  }

  /// Must be added to each client of this process, to follow what it opens and closes.
  IOSessionListener listener() {
    return new Listener();
  }

  private void opened(IOSession session) {
    SocketAddress end = session.getLocalAddress();
    if (end != null) {
      endOfSession.put(session.getId(), end);
      sessionAtEnd.put(end, session.getId());
    }
  }

  private void closed(IOSession session) {
    SocketAddress end = endOfSession.remove(session.getId());
    if (end != null) {
      // The next connection may have the address already.
      sessionAtEnd.remove(end, session.getId());
    }
  }

  private final class Listener implements IOSessionListener {

    @Override
    public void connected(IOSession session) {
      opened(session);
    }

    @Override
    public void startTls(IOSession session) {
      opened(session);
    }

    @Override
    public void disconnected(IOSession session) {
      closed(session);
    }

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void exception(IOSession session, Exception cause) {}
  }
}
