package p2pgossip.ui.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;

/// The list of a class, as a table in words. At most [#MOST] are listed.
///
/// @param members by address
/// @param present how many of all answer
/// @param all how many there are
record ClassRoll(List<Member> members, int present, int all) {

  static final int MOST = 250;

  /// A peer that is well has answered a handshake within this time: it is asked every 10 to 20 s,
  /// and may take 5 s to answer.
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(25);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /// A student's peer.
  ///
  /// @param name that it claims; empty for none
  /// @param since when it joined
  /// @param standing whether it answers, and how late it is
  /// @param late whether something is wrong
  record Member(String name, PeerAddress address, String since, String standing, boolean late) {

    /// The name, or else the address.
    String called() {
      return name.isEmpty() ? address.toString() : name;
    }
  }

  static ClassRoll of(Collection<Neighbor> known, Instant now, ZoneId zone) {
    List<Member> members =
        known.stream()
            .sorted(Comparator.comparing(Neighbor::address))
            .limit(MOST)
            .map(neighbor -> member(neighbor, now, zone))
            .toList();
    int present = (int) known.stream().filter(Neighbor::isHealthy).count();
    return new ClassRoll(members, present, known.size());
  }

  private static Member member(Neighbor neighbor, Instant now, ZoneId zone) {
    Duration late = late(neighbor, now);
    String words =
        switch (neighbor.standing()) {
          case PENDING -> "joining …";
          case REFUSED -> "refused; see the log";
          case UNREACHABLE -> "does not answer" + silent(neighbor, now);
          case CONNECTED, LEARNED -> late.isPositive() ? "late by " + seconds(late) : "on time";
        };
    boolean wrong =
        switch (neighbor.standing()) {
          case PENDING -> false;
          case REFUSED, UNREACHABLE -> true;
          case CONNECTED, LEARNED -> late.isPositive();
        };
    Peer peer = neighbor.peer();
    return new Member(
        peer == null || peer.name() == null ? "" : peer.name().text(),
        neighbor.address(),
        TIME.format(neighbor.since().atZone(zone)),
        words,
        wrong);
  }

  /// How long an answer has been overdue: every peer is asked now and then.
  private static Duration late(Neighbor neighbor, Instant now) {
    Instant heard = neighbor.health().lastHeard();
    if (heard == null) {
      return Duration.ZERO;
    }
    Duration over = Duration.between(heard, now).minus(HEARD_WITHIN);
    return over.isNegative() ? Duration.ZERO : over;
  }

  private static String silent(Neighbor neighbor, Instant now) {
    Instant heard = neighbor.health().lastHeard();
    return heard == null ? "" : ", silent for " + seconds(Duration.between(heard, now));
  }

  private static String seconds(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
