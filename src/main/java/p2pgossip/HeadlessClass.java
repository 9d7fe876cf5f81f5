package p2pgossip;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassPart;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;
import p2pgossip.multicast.LocalNetworks;
import p2pgossip.multicast.MulticastClasses;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.net.TransportSecurity;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;

/// The part of a peer without a window in a class: finds the class that it joins, or announces its
/// own.
final class HeadlessClass implements AutoCloseable {

  private final ClassPart part;
  private final PeerRuntime runtime;
  private final NearbyClasses nearby;
  private final Consumer<String> tell;
  private @Nullable Runnable ending;

  /// @param tell prints a sentence
  HeadlessClass(ClassPart part, PeerRuntime runtime, Consumer<String> tell) {
    this.part = part;
    this.runtime = runtime;
    nearby = new MulticastClasses(runtime.scheduler(), runtime.steadyClock());
    this.tell = tell;
  }

  /// How the peer is started in the class. Waits until the class that it joins is found.
  ///
  /// @throws IOException with a reason for the user, when it can't take part
  PeerConfig of(PeerConfig config) throws IOException, InterruptedException {
    return switch (part) {
      case ClassPart.Teacher _ -> reachedAt(config, ownAddress());
      case ClassPart.Student(ClassWish wish) -> {
        ClassTarget target = find(wish);
        if (target.locked() && config.password() == null) {
          throw new IOException(
              "the class “%s” has a password; give it with --password-file or in the environment, %s"
                  .formatted(target.name(), GivenPassword.VARIABLE));
        }
        yield reachedAt(config, LocalNetworks.towards(target.address().ip())).withClass(target);
      }
    };
  }

  private static PeerConfig reachedAt(PeerConfig config, InetAddress address) {
    return config.hostAlias() == null ? config.withHostAlias(HostAlias.of(address)) : config;
  }

  private InetAddress ownAddress() throws IOException {
    List<InetAddress> addresses = nearby.addresses();
    if (addresses.isEmpty()) {
      throw new IOException(
          "this machine is in no network; connect it, or say with -a at which address others reach"
              + " it");
    }
    return addresses.getFirst();
  }

  private ClassTarget find(ClassWish wish) throws IOException, InterruptedException {
    if (wish instanceof ClassWish.Named(ClassName name)) {
      tell.accept("Looking for the class “%s” on this network.".formatted(name));
    }
    return nearby.find(wish);
  }

  /// The peer listens now: its class is announced.
  void begun(RunningPeer peer) {
    switch (part) {
      case ClassPart.Teacher(ClassName name) -> {
        TransportSecurity security = runtime.security().orElseThrow();
        ClassAnnouncement announced =
            new ClassAnnouncement(name, peer.address(), security.fingerprint(), peer.hasPassword());
        announce(announced);
        tell.accept("Where that does not get through, students type: " + announced.typed());
        tell.accept("As a link: " + announced.uri());
      }
      case ClassPart.Student _ ->
          tell.accept("This peer is in a class; only the teacher's own peer may change it.");
    }
  }

  private void announce(ClassAnnouncement announced) {
    try {
      ending = nearby.announce(announced);
      tell.accept("The class “%s” is announced on this network.".formatted(announced.name()));
    } catch (IOException e) {
      // It can be joined by its address all the same.
      tell.accept(
          "The class “%s” can't be announced: %s.".formatted(announced.name(), e.getMessage()));
    }
  }

  /// Takes the announcement back. Idempotent.
  @Override
  public void close() {
    if (ending != null) {
      ending.run();
    }
  }
}
