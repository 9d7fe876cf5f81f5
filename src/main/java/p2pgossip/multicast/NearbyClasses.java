package p2pgossip.multicast;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;

/// The classes on the networks of this machine. All methods wait for the system, so they are not
/// for the FX thread; what they return may be run anywhere. Thread-safe.
public interface NearbyClasses {

  /// The addresses at which others on these networks can reach this machine, the likeliest first.
  List<InetAddress> addresses();

  /// Announces a class.
  ///
  /// @return takes the announcement back, at once; idempotent
  /// @throws IOException when nothing can be announced here, with a reason for the user
  Runnable announce(ClassAnnouncement announced) throws IOException;

  /// Listens for classes.
  ///
  /// @param found given all classes, by name, whenever they have changed; one call at a time, on
  ///     any thread
  /// @return stops it, at once; idempotent
  /// @throws IOException when nothing can be heard here, with a reason for the user
  Runnable listen(Consumer<List<ClassAnnouncement>> found) throws IOException;

  /// Waits until a class that is wished by its name is announced.
  ///
  /// @throws IOException when it can't be told which class is meant, or nothing can be heard here,
  ///     with a reason for the user
  ClassTarget find(ClassWish wish) throws IOException, InterruptedException;
}
