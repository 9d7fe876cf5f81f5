package p2pgossip.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;
import p2pgossip.wire.MessageJson;

/// Messages sent with the JDK's client and nothing around it: no bounds, no reading of answers.
final class JdkPeerClient implements PeerClient {

  private final HttpClient http;
  private final @Nullable ExecutorService executor;

  /// @param executor null for the client's own
  JdkPeerClient(@Nullable ExecutorService executor) {
    this.executor = executor;
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    http = executor == null ? builder.build() : builder.executor(executor).build();
  }

  @Override
  public void send(Request request, Outcome outcome) {
    if (!(request instanceof Request.Tell tell)) {
      throw new IllegalArgumentException("only messages are measured, not " + request);
    }
    long begun = System.nanoTime();
    HttpRequest message =
        HttpRequest.newBuilder(URI.create("http://" + tell.to() + "/message"))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(MessageJson.write(tell.message())))
            .build();
    CompletableFuture<?> _ =
        http.sendAsync(message, HttpResponse.BodyHandlers.ofByteArray())
            .whenComplete(
                (answer, trouble) -> {
                  if (trouble == null && answer.statusCode() == 200) {
                    outcome.answered(
                        new Reply.Heard(Hearing.UNSAID),
                        Duration.ofNanos(System.nanoTime() - begun));
                  } else {
                    outcome.failed(new Failure(Failure.Kind.UNREACHABLE, String.valueOf(trouble)));
                  }
                });
  }

  @Override
  public void close() {
    http.shutdownNow();
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
