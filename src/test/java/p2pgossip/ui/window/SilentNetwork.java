package p2pgossip.ui.window;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.testing.Recorder;

/// A network in which no class is heard of, and which remembers what is announced on it.
final class SilentNetwork implements NearbyClasses {

  final Recorder<ClassAnnouncement> announced = new Recorder<>();
  final Recorder<ClassAnnouncement> takenBack = new Recorder<>();

  @Override
  public List<InetAddress> addresses() {
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }

  @Override
  public Runnable announce(ClassAnnouncement announcement) {
    announced.accept(announcement);
    return () -> takenBack.accept(announcement);
  }

  @Override
  public Runnable listen(Consumer<List<ClassAnnouncement>> found) {
    return () -> {};
  }

  @Override
  public ClassTarget find(ClassWish wish) {
    throw new IllegalStateException("no class is heard of");
  }
}
