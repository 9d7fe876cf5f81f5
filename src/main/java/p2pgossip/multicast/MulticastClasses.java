package p2pgossip.multicast;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;

/// The classes that are announced by multicast DNS.
public final class MulticastClasses implements NearbyClasses {

  /// Two classes of one name are heard of within this time.
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final ScheduledExecutorService timer;
  private final InstantSource clock;

  /// @param timer runs what takes next to no time
  /// @param clock runs evenly
  public MulticastClasses(ScheduledExecutorService timer, InstantSource clock) {
    this.timer = timer;
    this.clock = clock;
  }

  @Override
  public List<InetAddress> addresses() {
    return LocalNetworks.addresses();
  }

  @Override
  public Runnable announce(ClassAnnouncement announced) throws IOException {
    return ClassAnnouncer.open(announced, timer, clock)::close;
  }

  @Override
  public Runnable listen(Consumer<List<ClassAnnouncement>> found) throws IOException {
    return ClassBrowser.open(timer, clock, found)::close;
  }

  @Override
  public ClassTarget find(ClassWish wish) throws IOException, InterruptedException {
    return switch (wish) {
      case ClassWish.At(ClassTarget target) -> target;
      case ClassWish.Named(ClassName name) -> find(name);
    };
  }

  private ClassTarget find(ClassName name) throws IOException, InterruptedException {
    BlockingQueue<List<ClassAnnouncement>> heard = new LinkedBlockingQueue<>();
    try (ClassBrowser _ = ClassBrowser.open(timer, clock, heard::add)) {
      List<ClassAnnouncement> found = List.of();
      while (found.isEmpty()) {
        found = called(name, heard.take());
      }
      List<ClassAnnouncement> later = heard.poll(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
      return only(name, later == null ? found : called(name, later));
    }
  }

  private static List<ClassAnnouncement> called(ClassName name, List<ClassAnnouncement> all) {
    return all.stream().filter(each -> each.name().equals(name)).toList();
  }

  static ClassTarget only(ClassName name, List<ClassAnnouncement> found) throws IOException {
    if (found.isEmpty()) {
      throw new IOException("the class “%s” has just ended".formatted(name));
    }
    if (found.size() > 1) {
      throw new IOException(
          "%s classes here are called “%s”; join the one on the teacher's screen by its address and its code: %s"
              .formatted(
                  found.size(),
                  name,
                  found.stream().map(ClassAnnouncement::typed).collect(Collectors.joining(", "))));
    }
    return found.getFirst().target();
  }
}
