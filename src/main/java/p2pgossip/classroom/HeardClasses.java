package p2pgossip.classroom;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Source;

/// The classes that were heard of lately. A class is forgotten when its time is over or when it is
/// taken back. Bounded by [Source]: nobody displaces what was heard before, and whoever announces
/// many has few listed. Used by one thread at a time.
public final class HeardClasses {

  /// All in all.
  static final int MOST = 64;

  /// Of one source.
  static final int MOST_OF_SOURCE = 4;

  /// However long an announcement is said to last.
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final Map<Teacher, Heard> heard = new HashMap<>();

  /// One who announces another key at the address of a teacher does not displace the teacher.
  private record Teacher(PeerAddress address, Fingerprint fingerprint) {}

  private record Heard(ClassAnnouncement announced, Source source, Instant until) {}

  /// A class is announced.
  ///
  /// @param from the machine that announces it: it can only announce peers of its own
  /// @param lasting how long that is true; zero takes the announcement back
  /// @return whether [#list] gives something else now
  public boolean hear(
      InetAddress from, ClassAnnouncement announced, Duration lasting, Instant now) {
    Teacher teacher = new Teacher(announced.address(), announced.fingerprint());
    if (!announced.address().ip().equals(from)) {
      return false;
    }
    boolean over = forget(now);
    if (lasting.isZero() || lasting.isNegative()) {
      return heard.remove(teacher) != null || over;
    }
    Heard before = heard.get(teacher);
    Source source = Source.of(from);
    if (before == null && !hasRoomFor(source)) {
      return over;
    }
    Duration time = lasting.compareTo(LONGEST) > 0 ? LONGEST : lasting;
    heard.put(teacher, new Heard(announced, source, now.plus(time)));
    return over || before == null || !before.announced().equals(announced);
  }

  /// Forgets those whose time is over.
  ///
  /// @return whether there were any
  public boolean forget(Instant now) {
    return heard.values().removeIf(each -> !each.until().isAfter(now));
  }

  private boolean hasRoomFor(Source source) {
    return heard.size() < MOST
        && heard.values().stream().filter(each -> each.source().equals(source)).count()
            < MOST_OF_SOURCE;
  }

  /// What was heard, by name and address.
  public List<ClassAnnouncement> list() {
    return heard.values().stream()
        .map(Heard::announced)
        .sorted(
            Comparator.comparing((ClassAnnouncement each) -> each.name().text())
                .thenComparing(ClassAnnouncement::address)
                .thenComparing(ClassAnnouncement::fingerprint))
        .toList();
  }
}
