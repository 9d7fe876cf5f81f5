package p2pgossip.multicast;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassRecords;
import p2pgossip.multicast.DnsReader.Resource;

/// The messages of multicast DNS that say which classes there are. Whoever announces one sends all
/// of its records in one message, so each message is read by itself and nothing of it is kept.
final class ServiceMessages {

  /// A message that is larger than this is no announcement of a class (RFC 6762, section 17).
  static final int LONGEST = 9_000;

  /// Of the classes in one message.
  private static final int MOST = 4;

  private static final DnsName LOCAL = DnsName.of("local");
  private static final DnsName SERVICE = LOCAL.below("_tcp").below("_p2pgossip");

  /// What a message says.
  sealed interface Said {

    /// Which classes are there?
    record Question() implements Said {}

    /// There are these classes; never empty.
    record Announced(List<Heard> classes) implements Said {}

    /// Nothing about classes.
    record Nothing() implements Said {}
  }

  /// @param lasting how long it is true; zero: it is over
  record Heard(ClassAnnouncement announced, Duration lasting) {}

  private ServiceMessages() {}

  /// Asks which classes there are.
  static byte[] question() {
    return DnsWriter.question().name(SERVICE).u16(DnsType.PTR).u16(DnsType.INTERNET).bytes();
  }

  /// Says that there is a class.
  ///
  /// @param lasting how long that is true; zero: it is over
  static byte[] announcement(ClassAnnouncement announced, Duration lasting) {
    long seconds = lasting.toSeconds();
    // Nobody else makes these names: they come from a key.
    String own = announced.code().text() + '-' + announced.address().port();
    DnsName instance = SERVICE.below(own);
    DnsName host = LOCAL.below("p2pgossip-" + own);
    int unique = DnsType.INTERNET | DnsType.TOP_BIT;
    return DnsWriter.answer(1, 3)
        .record(SERVICE, DnsType.PTR, DnsType.INTERNET, seconds, DnsWriter.data(instance))
        .record(
            instance,
            DnsType.SRV,
            unique,
            seconds,
            DnsWriter.data(announced.address().port(), host))
        .record(
            instance, DnsType.TXT, unique, seconds, DnsWriter.data(ClassRecords.text(announced)))
        .record(host, DnsType.A, unique, seconds, announced.address().ip().getAddress())
        .bytes();
  }

  /// Reads a message, whatever it is.
  ///
  /// @param from the machine that has sent it
  static Said read(InetAddress from, byte[] bytes) {
    DnsReader.Read message;
    try {
      message = DnsReader.read(bytes);
    } catch (IllegalArgumentException e) {
      // Other programs, and whoever likes, send to the same group: there is nobody to tell.
      return new Said.Nothing();
    }
    return message.answer() ? announced(from, message.records()) : asked(message.questions());
  }

  private static Said asked(List<DnsReader.Question> questions) {
    return questions.stream().anyMatch(ServiceMessages::isForClasses)
        ? new Said.Question()
        : new Said.Nothing();
  }

  private static boolean isForClasses(DnsReader.Question question) {
    int dclass = question.dclass() & ~DnsType.TOP_BIT;
    return question.name().equals(SERVICE)
        && (question.type() == DnsType.PTR || question.type() == DnsType.ANY)
        && (dclass == DnsType.INTERNET || dclass == DnsType.ANY);
  }

  private static Said announced(InetAddress from, List<Resource> records) {
    List<Heard> classes = new ArrayList<>();
    for (Resource each : records) {
      if (each instanceof Resource.Pointer pointer
          && pointer.name().equals(SERVICE)
          && classes.size() < MOST) {
        read(from, pointer, records).ifPresent(classes::add);
      }
    }
    return classes.isEmpty() ? new Said.Nothing() : new Said.Announced(List.copyOf(classes));
  }

  private static Optional<Heard> read(
      InetAddress from, Resource.Pointer pointer, List<Resource> records) {
    Resource.Place place = null;
    Resource.Text text = null;
    for (Resource each : records) {
      if (each.name().equals(pointer.target())) {
        switch (each) {
          case Resource.Place found -> place = found;
          case Resource.Text found -> text = found;
          case Resource.Pointer _, Resource.Other _ -> {
            // Nothing else is needed.
          }
        }
      }
    }
    if (place == null || text == null) {
      return Optional.empty();
    }
    try {
      ClassAnnouncement announced = ClassRecords.read(from, place.port(), text.strings());
      return Optional.of(new Heard(announced, Duration.ofSeconds(pointer.ttl())));
    } catch (IllegalArgumentException e) {
      // It would be no use to tell a student that somebody announces rubbish.
      return Optional.empty();
    }
  }
}
