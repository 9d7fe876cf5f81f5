package p2pgossip.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.network.Role;
import p2pgossip.network.WholeNetwork;

/// When the nodes and links of a network were there in the course of a session.
///
/// @param start of the session
/// @param length of the session
/// @param nodes when each was there, and in which role; a change of role ends one spell and begins
///     another
/// @param links when each was there
/// @param end the network at the end
record NetworkLives(
    Instant start,
    Duration length,
    NavigableMap<PeerAddress, List<Spell<Role>>> nodes,
    NavigableMap<Link, List<Spell<Boolean>>> links,
    WholeNetwork end) {

  static final Comparator<Link> LINK_ORDER =
      Comparator.comparing(Link::from).thenComparing(Link::to);

  /// The most moments to be distinguished; a longer session has coarser ones.
  private static final int FINEST = 10_000;

  /// How often to look for peers that have not been heard of for too long.
  private static final Duration AGING = Duration.ofSeconds(1);

  /// A time without a change.
  ///
  /// @param start since the start of the session
  /// @param end likewise; not before `start`
  record Spell<T>(T value, Duration start, Duration end) {}

  /// @param self from whose view the network is drawn, with its roles
  static NetworkLives of(Recorded recorded, PeerAddress self, Progress progress) {
    return new Fold(recorded, self).run(progress);
  }

  /// Replays a session.
  private static final class Fold {
    private final Recorded recorded;
    private final PeerAddress self;
    private final WholeNetwork network = new WholeNetwork();
    private final Instant start;
    private final Duration length;
    private final Lives<PeerAddress, Role> nodes = new Lives<>(Comparator.naturalOrder());
    private final Lives<Link, Boolean> links = new Lives<>(LINK_ORDER);

    Fold(Recorded recorded, PeerAddress self) {
      this.recorded = recorded;
      this.self = self;
      start = recorded.isEmpty() ? Instant.EPOCH : recorded.start();
      Instant latest =
          recorded.observations().stream()
              .map(Observation::at)
              .max(Comparator.naturalOrder())
              .orElse(start);
      length = latest.isBefore(start) ? Duration.ZERO : Duration.between(start, latest);
    }

    NetworkLives run(Progress progress) {
      Duration step = length.dividedBy(FINEST);
      Progress.Parts parts = progress.parts(recorded.observations().size());
      recorded.opening().forEach(network::note);
      look(Duration.ZERO);
      Duration now = Duration.ZERO;
      Duration nextAging = AGING;
      // Since when it may look different from the last look.
      @Nullable Duration changed = null;
      for (Observation observation : recorded.observations()) {
        now = later(now, since(observation.at()));
        if (changed != null && now.minus(changed).compareTo(step) > 0) {
          look(changed);
          changed = null;
        }
        boolean changes = network.note(observation);
        if (now.compareTo(nextAging) >= 0) {
          changes |= network.age(start.plus(now));
          nextAging = now.plus(AGING);
        }
        if (changes && changed == null) {
          changed = now;
        }
        parts.next();
      }
      if (changed != null) {
        look(changed);
      }
      return new NetworkLives(start, length, nodes.until(length), links.until(length), network);
    }

    private static Duration later(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? other : one;
    }

    private Duration since(Instant moment) {
      Duration since = Duration.between(start, moment);
      return since.isNegative() ? Duration.ZERO : since;
    }

    private void look(Duration now) {
      NetworkPicture picture = network.picture(self, true);
      Map<PeerAddress, Role> there = new TreeMap<>();
      for (NetworkNode node : picture.nodes().values()) {
        there.put(node.address(), node.role());
      }
      nodes.are(there, now);
      Map<Link, Boolean> linked = new TreeMap<>(LINK_ORDER);
      picture.links().forEach(link -> linked.put(link, true));
      links.are(linked, now);
    }
  }

  /// The spells of everything that comes and goes.
  private static final class Lives<K, V> {
    private final NavigableMap<K, List<Spell<V>>> over;
    private final NavigableMap<K, Spell<V>> open;

    Lives(Comparator<? super K> order) {
      over = new TreeMap<>(order);
      open = new TreeMap<>(order);
    }

    void are(Map<K, V> there, Duration now) {
      Set<K> gone = new HashSet<>();
      open.forEach(
          (key, spell) -> {
            if (!spell.value().equals(there.get(key))) {
              gone.add(key);
            }
          });
      gone.forEach(key -> close(key, now));
      there.forEach((key, value) -> open.putIfAbsent(key, new Spell<>(value, now, now)));
    }

    NavigableMap<K, List<Spell<V>>> until(Duration end) {
      Set.copyOf(open.keySet()).forEach(key -> close(key, end));
      return over;
    }

    private void close(K key, Duration end) {
      Spell<V> spell = open.remove(key);
      if (spell != null) {
        over.computeIfAbsent(key, _ -> new ArrayList<>())
            .add(new Spell<>(spell.value(), spell.start(), end));
      }
    }
  }
}
