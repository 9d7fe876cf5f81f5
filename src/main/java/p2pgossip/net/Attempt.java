package p2pgossip.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// One attempt of a request on one connection. Called by the reactor, one call at a time, except
/// [#failed], which comes from any thread. Calls after the listener has been notified are ignored.
final class Attempt implements AsyncClientExchangeHandler {

  interface Listener {

    void answered(HttpAnswer answer);

    /// The connection failed, or the answer was not HTTP.
    ///
    /// @param answerBegun whether the head of an answer had been read
    void failed(Exception cause, boolean answerBegun);
  }

  private final PeerRequest request;
  private final String host;
  private final int bodyLimit;
  private final Shown shown;
  private final boolean partIsEnough;
  private final Listener listener;
  private final ByteBuffer unsent;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream(256);

  private final AtomicBoolean told = new AtomicBoolean();
  private boolean informed;
  private int status;
  private @Nullable String contentType;
  private @Nullable String challenge;
  private @Nullable String proof;
  private @Nullable Duration keptOpen;

  /// @param bodyLimit bytes of the answer's body that are read; a longer body is cut
  /// @param partIsEnough whether a body that breaks off counts as an answer rather than a failure
  /// @param shown proves who asks
  Attempt(
      PeerRequest request,
      String host,
      Shown shown,
      int bodyLimit,
      boolean partIsEnough,
      Listener listener) {
    this.request = request;
    this.shown = shown;
    this.host = host;
    this.bodyLimit = bodyLimit;
    this.partIsEnough = partIsEnough;
    this.listener = listener;
    unsent = request.body() == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(request.body());
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    BasicHttpRequest head = new BasicHttpRequest(request.method(), request.path());
    head.addHeader(HttpHeaders.HOST, host);
    shown.addTo(head, request.from());
    if (request.body() == null) {
      channel.sendRequest(head, null, context);
      return;
    }
    head.addHeader(HttpHeaders.CONTENT_TYPE, request.contentType());
    head.addHeader(HttpHeaders.CONTENT_LENGTH, unsent.remaining());
    channel.sendRequest(head, new BasicEntityDetails(unsent.remaining(), null), context);
  }

  @Override
  public int available() {
    return unsent.remaining();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    channel.write(unsent);
    if (!unsent.hasRemaining()) {
      channel.endStream();
    }
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context) {
    informed = true;
  }

  @Override
  public void consumeResponse(
      HttpResponse response, @Nullable EntityDetails entityDetails, HttpContext context) {
    status = response.getCode();
    contentType = value(response, HttpHeaders.CONTENT_TYPE);
    challenge = value(response, HttpHeaders.WWW_AUTHENTICATE);
    proof = value(response, Shown.ANSWER_PROOF);
    keptOpen = KeptOpen.saidIn(response);
    if (entityDetails == null) {
      answered(false);
    }
  }

  @Override
  public void updateCapacity(CapacityChannel capacityChannel) throws IOException {
    capacityChannel.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer bytes) {
    int room = bodyLimit - received.size();
    boolean over = bytes.remaining() > room;
    byte[] taken = new byte[Math.min(room, bytes.remaining())];
    bytes.get(taken);
    received.writeBytes(taken);
    if (over) {
      answered(true);
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    answered(false);
  }

  @Override
  public void failed(Exception cause) {
    if (partIsEnough && received.size() > 0) {
      answered(true);
    } else if (told.compareAndSet(false, true)) {
      listener.failed(cause, informed || status != 0);
    }
  }

  @Override
  public void cancel() {
    failed(new RequestNotExecutedException());
  }

  @Override
  public void releaseResources() {}

  static @Nullable String value(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private void answered(boolean cut) {
    if (told.compareAndSet(false, true)) {
      listener.answered(
          new HttpAnswer(
              status, contentType, received.toByteArray(), cut, challenge, proof, keptOpen));
    }
  }
}
