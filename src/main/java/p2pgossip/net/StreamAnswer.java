package p2pgossip.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// A `GET /events` and its answer, which has no end. Called by the reactor, one call at a time.
final class StreamAnswer implements AsyncClientExchangeHandler {

  static final String PATH = "/events";

  private static final String ASKED = "GET " + PATH;
  private static final int REFUSAL_BYTES = 65_536;

  private final String host;
  private final Admittance admittance;
  private final StreamContent content;
  private final StreamLimits limits;
  private final Consumer<String> ended;
  private final ByteArrayOutputStream refusal = new ByteArrayOutputStream(0);

  private int status;
  private @Nullable String contentType;
  private @Nullable String challenge;
  private @Nullable String proof;
  private boolean good;
  private boolean over;

  /// @param ended receives the reason; it may be called several times
  StreamAnswer(
      String host,
      Admittance admittance,
      StreamContent content,
      StreamLimits limits,
      Consumer<String> ended) {
    this.host = host;
    this.admittance = admittance;
    this.content = content;
    this.limits = limits;
    this.ended = ended;
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    BasicHttpRequest head = new BasicHttpRequest("GET", PATH);
    head.addHeader(HttpHeaders.HOST, host);
    head.addHeader(HttpHeaders.ACCEPT, MediaTypes.EVENT_STREAM);
    admittance.shown().addTo(head, null);
    channel.sendRequest(head, null, context);
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    channel.endStream();
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context) {}

  @Override
  public void consumeResponse(
      HttpResponse response, @Nullable EntityDetails entityDetails, HttpContext context) {
    status = response.getCode();
    contentType = Attempt.value(response, HttpHeaders.CONTENT_TYPE);
    challenge = Attempt.value(response, HttpHeaders.WWW_AUTHENTICATE);
    proof = Attempt.value(response, Shown.ANSWER_PROOF);
    good = status == 200 && MediaTypes.isEventStream(contentType);
    if (entityDetails == null) {
      streamEnd(null);
    } else if (good && !isAdmitted()) {
      end(refusalReason());
    } else if (status == 200 && !good) {
      end(refusalReason());
    }
  }

  @Override
  public void updateCapacity(CapacityChannel capacityChannel) throws IOException {
    capacityChannel.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer bytes) {
    if (over) {
      return;
    }
    if (good) {
      try {
        content.read(bytes);
      } catch (BadStream e) {
        end(e.reason());
      }
      return;
    }
    byte[] taken = new byte[Math.min(REFUSAL_BYTES - refusal.size(), bytes.remaining())];
    bytes.get(taken);
    refusal.writeBytes(taken);
    if (bytes.hasRemaining()) {
      end(refusalReason());
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    end(good ? content.end() : refusalReason());
  }

  private boolean isAdmitted() {
    try {
      admittance.require(answer());
      return true;
    } catch (FailedRequest e) {
      return false;
    }
  }

  private HttpAnswer answer() {
    return new HttpAnswer(
        status, contentType, refusal.toByteArray(), false, challenge, proof, null);
  }

  private String refusalReason() {
    HttpAnswer answer = answer();
    if (admittance.isForgotten(answer)) {
      return "it has forgotten its session with this peer";
    }
    try {
      admittance.require(answer);
    } catch (FailedRequest e) {
      return e.failure().reason();
    }
    FailedRequest failed =
        status >= 200 && status <= 299
            ? AnswerReader.otherType(ASKED, answer)
            : AnswerReader.notOk(ASKED, answer);
    return failed.failure().reason();
  }

  @Override
  public void failed(Exception cause) {
    end(
        cause instanceof SocketTimeoutException
            ? "nothing came from it for " + ConnectionFailures.seconds(limits.silence())
            : ConnectionFailures.of(cause, limits.silence()).reason());
  }

  @Override
  public void cancel() {
    failed(new RequestNotExecutedException());
  }

  @Override
  public void releaseResources() {}

  private void end(String reason) {
    over = true;
    ended.accept(reason);
  }
}
