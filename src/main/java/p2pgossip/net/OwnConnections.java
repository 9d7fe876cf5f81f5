package p2pgossip.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/// The ends on this side of the connections that this process has opened itself. A caller that
/// calls from one of them is a peer of this process: nobody else can have an address and port while
/// it is in use here. Thread-safe.
public final class OwnConnections {

  // A session tells where it was open only while it is.
  private final Map<String, SocketAddress> endOfSession = new ConcurrentHashMap<>();
  private final Map<SocketAddress, String> sessionAtEnd = new ConcurrentHashMap<>();

  /// Whether a caller is a peer of this process.
  ///
  /// @param remote where it calls from
  boolean include(InetSocketAddress remote) {
    return sessionAtEnd.containsKey(remote);
  }

  /// To be told by a client of this process of all that it opens and closes.
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
      // The next one may have it already.
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
