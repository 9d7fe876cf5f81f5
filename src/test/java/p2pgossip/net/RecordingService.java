package p2pgossip.net;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Source;
import p2pgossip.gossip.Tuning;
import p2pgossip.testing.Recorder;

/// A peer that accepts every request, unless told otherwise, and records it.
final class RecordingService implements PeerService {

  record Connected(InetAddress source, Peer caller) {}

  record Heard(InetAddress source, Message message) {}

  record Asked(InetAddress source, PeerAddress from, Digest digest) {}

  record Left(InetAddress source, Peer leaver) {}

  record TurnedAway(InetAddress source, String reason) {}

  record Tuned(InetAddress source, @Nullable PeerAddress from, Tuning tuning) {}

  record Failed(String doing, Throwable cause) {}

  final Recorder<Connected> connected = new Recorder<>();
  final Recorder<Heard> heard = new Recorder<>();
  final Recorder<Asked> asked = new Recorder<>();
  final Recorder<String> begun = new Recorder<>();
  final Recorder<Left> left = new Recorder<>();
  final Recorder<TurnedAway> turnedAway = new Recorder<>();
  final Recorder<Tuned> tuned = new Recorder<>();
  final ConcurrentMap<PeerWatcher, Boolean> watchers = new ConcurrentHashMap<>();
  final Recorder<Failed> failed = new Recorder<>();
  final Map<PeerAddress, Peer> known = new ConcurrentHashMap<>();
  volatile @Nullable RuntimeException showing;
  volatile boolean checking;
  volatile Function<@Nullable PeerAddress, @Nullable Boolean> knowing = _ -> null;
  volatile boolean leaving;
  volatile PeerSettings settings = PeerSettings.DEFAULT;
  volatile Set<Source> friends = Set.of();
  volatile Hearing hearing = Hearing.UNSAID;
  volatile Reply.Exchanged rumors = new Reply.Exchanged(List.of(), Set.of());
  volatile Function<Message, RuntimeException> breaking = _ -> null;
  volatile Function<Peer, Answer> connecting = _ -> new Answer.Given(new Reply.Accepted());

  static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

  private final Peer self;
  private long happened;

  RecordingService(int port) {
    self =
        new Peer(
            Instant.parse("2026-11-22T06:45:06.601679016Z"),
            Duration.ofSeconds(5),
            port,
            null,
            Set.of(Offer.SENDER));
  }

  Peer self() {
    return self;
  }

  @Override
  public PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), self.port());
  }

  @Override
  public Answer answer(Caller caller, Request request) {
    return switch (request) {
      case Request.Handshake(var _, var from) ->
          new Answer.Given(new Reply.Introduced(self, null, knowing.apply(from), leaving));
      case Request.AskKnownPeers _ -> new Answer.Given(new Reply.Known(known, 0));
      case Request.Connect(var _, Peer peer) -> {
        connected.accept(new Connected(caller.source(), peer));
        yield connecting.apply(peer);
      }
      case Request.Tell(var _, Message message) -> new Answer.Given(hear(caller, message));
      case Request.Exchange(var _, PeerAddress from, Digest digest) -> {
        asked.accept(new Asked(caller.source(), from, digest));
        yield new Answer.Given(rumors);
      }
      case Request.AskSettings _ -> new Answer.Given(new Reply.SettingsShown(settings));
      case Request.Tune(var _, var from, Tuning tuning) -> {
        tuned.accept(new Tuned(caller.source(), from, tuning));
        settings = tuning.applyTo(settings);
        yield new Answer.Given(new Reply.SettingsShown(settings));
      }
      case Request.Begin(var _, String text) -> {
        begun.accept(text);
        yield new Answer.Given(new Reply.Begun());
      }
      case Request.Leave(var _, Peer leaver) -> {
        left.accept(new Left(caller.source(), leaver));
        yield new Answer.Given(new Reply.Released(checking));
      }
    };
  }

  private Reply hear(Caller caller, Message message) {
    RuntimeException trouble = breaking.apply(message);
    if (trouble != null) {
      throw trouble;
    }
    heard.accept(new Heard(caller.source(), message));
    return new Reply.Heard(hearing);
  }

  @Override
  public Set<Source> friends() {
    return friends;
  }

  @Override
  public void turnedAway(InetAddress source, String reason) {
    turnedAway.accept(new TurnedAway(source, reason));
  }

  @Override
  public PeerSettings settings() {
    return settings;
  }

  @Override
  public synchronized PeerSnapshot snapshot() {
    RuntimeException trouble = showing;
    if (trouble != null) {
      throw trouble;
    }
    return new PeerSnapshot(
        NOW, address(), self, PeerSettings.DEFAULT, happened, List.of(), List.of());
  }

  /// Publishes an event; the number of events so far is its number of periods.
  synchronized void happen(GossipEvent event) {
    happened++;
    watchers.keySet().forEach(watcher -> watcher.happened(event));
  }

  @Override
  public synchronized PeerWatch watch(PeerWatcher watcher) {
    watchers.put(watcher, true);
    watcher.seen(snapshot());
    return new PeerWatch() {
      @Override
      public void refresh() {
        synchronized (RecordingService.this) {
          watcher.seen(snapshot());
        }
      }

      @Override
      public void close() {
        synchronized (RecordingService.this) {
          watchers.remove(watcher);
        }
      }
    };
  }

  @Override
  public void failed(String doing, Throwable cause) {
    failed.accept(new Failed(doing, cause));
  }
}
