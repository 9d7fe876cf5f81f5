package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import p2pgossip.certificate.Fingerprints;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.KnownSession;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;
import p2pgossip.net.password.Proof;
import p2pgossip.net.password.RequestHead;

/// A client that introduces itself to a peer over TLS and requests every path, with and without
/// proof. It keeps all answers.
final class ProvenVisitor implements AutoCloseable {

  private static final List<String> PATHS =
      List.of("/", "/known_peers", "/state", "/settings", "/metrics", "/nowhere");
  private static final String NOWHERE = "/nowhere";

  private final PeerAddress called;
  private final PeerAddress self = PeerAddress.parse("127.0.0.1:9");
  private final HttpClient client;
  private final String fingerprint;
  private final KnownSession known;
  private final CallersSession session;
  private final Map<String, byte[]> answers = new TreeMap<>();

  /// @param keys of the peer, with the certificate of its authority
  ProvenVisitor(PeerAddress called, Password password, KeyStore keys) throws Exception {
    this.called = called;
    Certificate[] chain = keys.getCertificateChain(keys.aliases().nextElement());
    fingerprint = Fingerprints.of(chain[0].getPublicKey()).text();
    client = HttpClient.newBuilder().sslContext(trusting(chain[1])).build();
    known = new KnownSession(password, new Meeting(self, called, fingerprint));
    byte[] answer = introduce(KnownSession.PATHS.getFirst(), known.first());
    introduce(KnownSession.PATHS.getLast(), known.second(answer));
    session = known.session();
  }

  private static SSLContext trusting(Certificate authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("class", authority);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  /// The keys of requests and of answers.
  List<byte[]> keys() {
    return known.keys();
  }

  /// The answers, by request.
  Map<String, byte[]> askForAll() throws Exception {
    for (String path : PATHS) {
      send("unproven " + path, request(path).GET());
      send("otherwise proven " + path, request(path).header("Authorization", "Basic eDp4").GET());
      assertThat(ask("GET", path, "")).isEqualTo(path.equals(NOWHERE) ? 404 : 200);
    }
    assertThat(ask("POST", "/message", "{\"message\": \"hello\"}")).isEqualTo(200);
    assertThat(ask("POST", "/message", "{\"message\": ")).isEqualTo(400);
    assertThat(ask("PATCH", "/settings", "{\"text\": \"hello\"}")).isEqualTo(200);
    follow();
    return answers;
  }

  private byte[] introduce(String path, byte[] body) throws Exception {
    HttpResponse<byte[]> answer =
        send(
            path,
            request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    return answer.body();
  }

  private int ask(String method, String path, String body) throws Exception {
    return send(method + " " + path + " " + body, proven(method, path, body)).statusCode();
  }

  private void follow() throws Exception {
    HttpResponse<InputStream> answer =
        client.send(
            proven("GET", "/events", "").build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      byte[] begun = in.readNBytes(2_000);
      assertThat(new String(begun, UTF_8)).contains("event: ");
      answers.put("GET /events", begun);
    }
  }

  private HttpRequest.Builder proven(String method, String path, String body) {
    String type = body.isEmpty() ? "" : "application/json";
    RequestHead head =
        new RequestHead(method, path, called.toString(), self.toString(), type, fingerprint);
    Proof proof = session.prove(head, body.getBytes(UTF_8));
    HttpRequest.Builder request =
        request(path)
            .header("Authorization", proof.header())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return body.isEmpty() ? request : request.header("Content-Type", type);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://" + called + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header("P2pgossip-From", self.toString());
  }

  private HttpResponse<byte[]> send(String name, HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    answers.put(name, answer.body());
    answers.put(name + ", head", answer.headers().map().toString().getBytes(UTF_8));
    return answer;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
