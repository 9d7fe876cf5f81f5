package p2pgossip.bench;

import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.client.UndertowClient;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StringReadChannelListener;
import io.undertow.util.StringWriteChannelListener;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;
import p2pgossip.wire.MessageJson;

/// Messages sent with Undertow's client and a simple pool, and nothing around it: no bounds, no
/// time limits.
final class UndertowPeerClient implements PeerClient {

  private final XnioWorker worker;
  private final DefaultByteBufferPool buffers = new DefaultByteBufferPool(true, 4_096);
  private final Map<PeerAddress, Queue<ClientConnection>> idle = new ConcurrentHashMap<>();

  UndertowPeerClient() {
    try {
      worker =
          Xnio.getInstance()
              .createWorker(
                  OptionMap.builder()
                      .set(Options.WORKER_IO_THREADS, 2)
                      .set(Options.THREAD_DAEMON, true)
                      .getMap());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void send(Request request, Outcome outcome) {
    if (!(request instanceof Request.Tell tell)) {
      throw new IllegalArgumentException("only messages are measured, not " + request);
    }
    Sending sending =
        new Sending(
            tell.to(),
            new String(MessageJson.write(tell.message()), StandardCharsets.UTF_8),
            outcome,
            System.nanoTime());
    ClientConnection connection = idleTo(tell.to()).poll();
    if (connection != null && connection.isOpen()) {
      connection.getIoThread().execute(() -> sending.on(connection));
      return;
    }
    UndertowClient.getInstance()
        .connect(
            sending.connected(),
            URI.create("http://" + tell.to()),
            worker,
            buffers,
            OptionMap.EMPTY);
  }

  private Queue<ClientConnection> idleTo(PeerAddress address) {
    return idle.computeIfAbsent(address, _ -> new ConcurrentLinkedQueue<>());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private final class Sending {

    private final PeerAddress to;
    private final String body;
    private final Outcome outcome;
    private final long begun;

    Sending(PeerAddress to, String body, Outcome outcome, long begun) {
      this.to = to;
      this.body = body;
      this.outcome = outcome;
      this.begun = begun;
    }

    ClientCallback<ClientConnection> connected() {
      return new ClientCallback<>() {
        @Override
        public void completed(ClientConnection connection) {
          on(connection);
        }

        @Override
        public void failed(IOException e) {
          fail(e);
        }
      };
    }

    void on(ClientConnection connection) {
      ClientRequest head = new ClientRequest().setMethod(Methods.POST).setPath("/message");
      head.getRequestHeaders().put(Headers.HOST, to.toString());
      head.getRequestHeaders().put(Headers.CONTENT_TYPE, "application/json");
      head.getRequestHeaders().put(Headers.CONTENT_LENGTH, body.length());
      connection.sendRequest(
          head,
          new ClientCallback<>() {
            @Override
            public void completed(ClientExchange exchange) {
              exchange.setResponseListener(answered(connection));
              new StringWriteChannelListener(body).setup(exchange.getRequestChannel());
            }

            @Override
            public void failed(IOException e) {
              fail(e);
            }
          });
    }

    private ClientCallback<ClientExchange> answered(ClientConnection connection) {
      return new ClientCallback<>() {
        @Override
        public void completed(ClientExchange exchange) {
          new StringReadChannelListener(buffers) {
            @Override
            protected void stringDone(String answer) {
              idleTo(to).add(connection);
              outcome.answered(
                  new Reply.Heard(Hearing.UNSAID), Duration.ofNanos(System.nanoTime() - begun));
            }

            @Override
            protected void error(IOException e) {
              fail(e);
            }
          }.setup(exchange.getResponseChannel());
        }

        @Override
        public void failed(IOException e) {
          fail(e);
        }
      };
    }

    private void fail(IOException cause) {
      outcome.failed(new Failure(Failure.Kind.UNREACHABLE, cause.toString()));
    }
  }
}
