package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Tuning;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.PeerSnapshotJson;
import p2pgossip.wire.TuningJson;
import p2pgossip.wire.WireException;

/// Answers the requests to a peer, entirely on the IO thread.
final class PeerRoutes implements HttpHandler {

  /// The name for no coding at all: RFC 9110, section 12.5.3.
  private static final String PLAIN_CODING = "identity";

  private static final String READING = "GET, HEAD, OPTIONS";
  private static final String EVERYTHING = "GET, HEAD, POST, PATCH, OPTIONS";
  private static final String WRITING = "POST, OPTIONS";
  private static final String TUNING = "GET, HEAD, PATCH, OPTIONS";
  private static final byte[] NOTHING = {};

  /// The asking peer's address, which is a claim and not a proof.
  static final String FROM = "P2pgossip-From";

  private final PeerService service;
  private final ServerLimits limits;
  private final AnswerWriter writer;
  private final BodyReader bodies;
  private final EventFeed feed;
  private final BodyReader.Next connect = guarded("POST /connect", this::connect);
  private final BodyReader.Next message = guarded("POST /message", this::message);
  private final BodyReader.Next rumors = guarded("POST /rumors", this::rumors);
  private final BodyReader.Next tune = guarded("PATCH /settings", this::tune);
  private final BodyReader.Next begin = guarded("POST /begin", this::begin);
  private final BodyReader.Next leave = guarded("POST /leave", this::leave);

  /// @param feed the readers of the peer's events; not closed here
  /// @param random used under a lock, so it need not be thread-safe
  PeerRoutes(PeerService service, EventFeed feed, ServerLimits limits, RandomGenerator random) {
    this.service = service;
    this.feed = feed;
    this.writer = new AnswerWriter(random);
    this.limits = limits;
    bodies = new BodyReader(limits);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    try {
      route(exchange);
    } catch (Throwable e) {
      fail(exchange, exchange.getRequestMethod() + " " + exchange.getRequestPath(), e);
    }
  }

  private void route(HttpServerExchange exchange) {
    switch (exchange.getRequestPath()) {
      case "/message" -> post(exchange, message);
      case "/rumors" -> post(exchange, rumors);
      case "/connect" -> post(exchange, connect);
      case "/leave" -> post(exchange, leave);
      case "/begin" -> {
        if (TuningGate.admits(exchange, service)) {
          post(exchange, begin);
        }
      }
      case "/" -> {
        if (isReading(exchange)) {
          answer(exchange, new Request.Handshake(service.address(), claimed(exchange)));
        }
      }
      case "/known_peers" -> {
        if (isReading(exchange)) {
          answer(exchange, new Request.AskKnownPeers(service.address()));
        }
      }
      case "/state" -> {
        if (isReading(exchange)) {
          send(exchange, MediaTypes.JSON, PeerSnapshotJson.write(service.snapshot()));
        }
      }
      case "/settings" -> settings(exchange);
      case "/events" -> {
        if (isReading(exchange)) {
          feed.open(exchange);
        }
      }
      case "/metrics" -> metrics(exchange);
      case "*" -> answerOtherMethod(exchange, EVERYTHING);
      default -> answerNotFound(exchange);
    }
  }

  private void metrics(HttpServerExchange exchange) {
    Supplier<Page> metrics = service.metrics();
    if (metrics == null) {
      answerNotFound(exchange);
    } else if (isReading(exchange)) {
      Page page = metrics.get();
      send(exchange, page.contentType(), page.body());
    }
  }

  private static void answerNotFound(HttpServerExchange exchange) {
    Problems.send(
        exchange,
        StatusCodes.NOT_FOUND,
        "there is nothing at "
            + Quote.of(exchange.getRequestPath())
            + "; a peer answers at /, /known_peers, /connect, /message, /rumors, /leave,"
            + " /state, /settings, /begin and /events");
  }

  private static boolean isReading(HttpServerExchange exchange) {
    return isReading(exchange, READING);
  }

  private static boolean isReading(HttpServerExchange exchange, String allowed) {
    HttpString method = exchange.getRequestMethod();
    if (method.equals(Methods.GET) || method.equals(Methods.HEAD)) {
      return true;
    }
    answerOtherMethod(exchange, allowed);
    return false;
  }

  private void post(HttpServerExchange exchange, BodyReader.Next next) {
    if (!exchange.getRequestMethod().equals(Methods.POST)) {
      answerOtherMethod(exchange, WRITING);
      return;
    }
    readBody(exchange, next);
  }

  private void readBody(HttpServerExchange exchange, BodyReader.Next next) {
    String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (!MediaTypes.isJson(contentType)) {
      Problems.send(
          exchange,
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          contentType == null
              ? "the body has no content type; send it as application/json"
              : "the content type must be application/json, not " + Quote.of(contentType));
      return;
    }
    String coding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
    if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(PLAIN_CODING)) {
      Problems.send(
          exchange,
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          "the body must be sent as it is, without the content encoding " + Quote.of(coding));
      return;
    }
    bodies.read(exchange, next);
  }

  private void settings(HttpServerExchange exchange) {
    boolean tunes = exchange.getRequestMethod().equals(Methods.PATCH);
    if (!tunes && !isReading(exchange, TUNING)) {
      return;
    }
    if (TuningGate.admits(exchange, service)) {
      if (tunes) {
        readBody(exchange, tune);
      } else {
        answer(exchange, new Request.AskSettings(service.address()));
      }
    }
  }

  private void begin(HttpServerExchange exchange, byte[] body) throws WireException {
    answer(exchange, new Request.Begin(service.address(), MessageJson.read(body).text()));
  }

  private void tune(HttpServerExchange exchange, byte[] body) throws WireException {
    Tuning tuning = TuningJson.read(body);
    PeerAddress from;
    try {
      from = from(exchange);
    } catch (IllegalArgumentException e) {
      Problems.send(exchange, StatusCodes.BAD_REQUEST, String.valueOf(e.getMessage()));
      return;
    }
    if (!isLost(exchange, from)) {
      answer(exchange, new Request.Tune(service.address(), from, tuning));
    }
  }

  /// @throws IllegalArgumentException with a reason for the caller, when the header is not an
  ///     address
  private static @Nullable PeerAddress from(HttpServerExchange exchange) {
    String from = exchange.getRequestHeaders().getFirst(FROM);
    try {
      return from == null ? null : PeerAddress.parse(from);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the header " + FROM + " must be an address such as 10.0.0.7:8080, not " + Quote.of(from),
          e);
    }
  }

  /// As [#from]; null if it is not an address.
  private static @Nullable PeerAddress claimed(HttpServerExchange exchange) {
    try {
      return from(exchange);
    } catch (IllegalArgumentException e) {
      // A handshake is answered whatever the header says, as by the original.
      return null;
    }
  }

  private static void answerOtherMethod(HttpServerExchange exchange, String allowed) {
    exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
    if (exchange.getRequestMethod().equals(Methods.OPTIONS)) {
      Answers.send(exchange, StatusCodes.NO_CONTENT, null, NOTHING);
    } else {
      Problems.send(
          exchange,
          StatusCodes.METHOD_NOT_ALLOWED,
          exchange.getRequestPath()
              + " takes "
              + allowed
              + ", not "
              + Quote.of(exchange.getRequestMethod().toString()));
    }
  }

  private void connect(HttpServerExchange exchange, byte[] body) throws WireException {
    Peer caller = PeerJson.read(body);
    PeerAddress reachedAt = reachedAt(exchange, caller);
    if (isForged(exchange, reachedAt) || isLost(exchange, reachedAt)) {
      return;
    }
    answer(exchange, new Request.Connect(service.address(), caller));
  }

  private void message(HttpServerExchange exchange, byte[] body) throws WireException {
    Message message = named(exchange, MessageJson.read(body));
    if (isForged(exchange, message.from()) || isLost(exchange, message.from())) {
      return;
    }
    answer(exchange, new Request.Tell(service.address(), message), body);
  }

  private void rumors(HttpServerExchange exchange, byte[] body) throws WireException {
    ExchangeJson.Question question = ExchangeJson.readQuestion(body);
    if (isForged(exchange, question.from()) || isLost(exchange, question.from())) {
      return;
    }
    answer(exchange, new Request.Exchange(service.address(), question.from(), question.digest()));
  }

  private void leave(HttpServerExchange exchange, byte[] body) throws WireException {
    Peer leaver = PeerJson.read(body);
    PeerAddress reachedAt = reachedAt(exchange, leaver);
    if (isForged(exchange, reachedAt) || isLost(exchange, reachedAt)) {
      return;
    }
    answer(exchange, new Request.Leave(service.address(), leaver));
  }

  private void answer(HttpServerExchange exchange, Request request) {
    answer(exchange, request, NOTHING);
  }

  private void answer(HttpServerExchange exchange, Request request, byte[] body) {
    writer.send(exchange, request, body, service.answer(caller(exchange), request));
  }

  /// A caller that has proven who it is need not say it again.
  private static Message named(HttpServerExchange exchange, Message message) {
    Admitted caller = Admitted.by(exchange);
    return caller == null || message.from() != null
        ? message
        : new Message(message.text(), caller.caller(), message.copy());
  }

  /// Whether a caller that has proven who it is speaks for another; if so, it is refused.
  ///
  /// @param claimed the address that it gives; null if none, or if it is not proven
  private static boolean isForged(HttpServerExchange exchange, @Nullable PeerAddress claimed) {
    Admitted caller = Admitted.by(exchange);
    if (caller == null || claimed == null || caller.isOf(claimed)) {
      return false;
    }
    Problems.send(
        exchange,
        StatusCodes.FORBIDDEN,
        "this is said in the name of " + claimed + ", but its caller is " + caller.caller());
    return true;
  }

  /// Whether a fault loses the request; if so, it hangs until its sender has long given up.
  private boolean isLost(HttpServerExchange exchange, @Nullable PeerAddress caller) {
    if (!service.isLost(caller)) {
      return false;
    }
    // Undertow ends an exchange that is not dispatched.
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {});
    XnioExecutor.Key _ =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                limits.idleTime().toMillis(),
                TimeUnit.MILLISECONDS);
    return true;
  }

  /// Where a caller is reached; null if it can't be.
  static @Nullable PeerAddress reachedAt(HttpServerExchange exchange, Peer caller) {
    try {
      return caller.addressSeenFrom(source(exchange));
    } catch (IllegalArgumentException e) {
      // It is refused later, with a reason.
      return null;
    }
  }

  /// A body is handled later than its head, so its exceptions must be caught separately.
  private BodyReader.Next guarded(String doing, BodyHandler handler) {
    return (exchange, body) -> {
      try {
        Admitted caller = Admitted.by(exchange);
        if (caller != null && !caller.lasts()) {
          PasswordGate.challenge(
              exchange,
              PasswordGate.UNKNOWN_SESSION,
              "the session of this request ended before its body arrived");
          return;
        }
        if (caller != null && !caller.isBody(body)) {
          Problems.send(
              exchange,
              StatusCodes.BAD_REQUEST,
              "the body is not the one that the caller has signed");
          return;
        }
        handler.handle(exchange, body);
      } catch (WireException e) {
        Problems.send(exchange, StatusCodes.BAD_REQUEST, e.reason());
      } catch (Throwable e) {
        fail(exchange, doing, e);
      }
    };
  }

  private void fail(HttpServerExchange exchange, String doing, Throwable cause) {
    // Reported before it is answered, so that the cause is in the log when the answer arrives.
    service.failed("answering " + doing, cause);
    if (exchange.isResponseStarted()) {
      exchange.setPersistent(false).endExchange();
    } else {
      Problems.send(exchange, StatusCodes.INTERNAL_SERVER_ERROR, "the peer failed at this request");
    }
  }

  private static void send(HttpServerExchange exchange, String contentType, byte[] body) {
    Answers.send(exchange, StatusCodes.OK, contentType, body);
  }

  private static Caller caller(HttpServerExchange exchange) {
    Admitted admitted = Admitted.by(exchange);
    return new Caller(source(exchange), admitted == null ? null : admitted.caller());
  }

  private static InetAddress source(HttpServerExchange exchange) {
    return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
  }

  private interface BodyHandler {
    void handle(HttpServerExchange exchange, byte[] body) throws WireException;
  }
}
