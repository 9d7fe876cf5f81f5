package p2pgossip.ui.lines;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;

/// Which lines of the log are shown. Immutable.
///
/// @param text stands somewhere in the text, the remark, or the peer's address or name, in upper or
///     lower case; all lines pass if it is blank
/// @param kinds the kinds that pass
/// @param only the peers whose lines pass, in the order in which they were added; if it is empty,
///   all lines pass, also those about no peer
/// @param hidden the peers whose lines do not pass, in the order in which they were added
public record LogFilter(
    String text, Set<LineKind> kinds, Set<PeerAddress> only, Set<PeerAddress> hidden) {

  /// Every line passes.
  public static final LogFilter ALL =
      new LogFilter("", EnumSet.allOf(LineKind.class), Set.of(), Set.of());

  public LogFilter {
    kinds = Set.copyOf(kinds);
    only = Collections.unmodifiableSet(new LinkedHashSet<>(only));
    hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
  }

  public boolean accepts(JournalLine line) {
    return kinds.contains(line.kind()) && acceptsPeer(line.peer()) && hasText(line);
  }

  /// Whether every line passes.
  public boolean acceptsAll() {
    return text.isBlank()
        && kinds.size() == LineKind.values().length
        && only.isEmpty()
        && hidden.isEmpty();
  }

  public LogFilter withText(String newText) {
    return new LogFilter(newText, kinds, only, hidden);
  }

  /// The same with lines of this kind shown or not.
  public LogFilter withKind(LineKind kind, boolean shown) {
    Set<LineKind> newKinds = EnumSet.noneOf(LineKind.class);
    newKinds.addAll(kinds);
    if (shown) {
      newKinds.add(kind);
    } else {
      newKinds.remove(kind);
    }
    return new LogFilter(text, newKinds, only, hidden);
  }

  /// The same, with this peer added to those whose lines alone are shown, and no longer hidden.
  public LogFilter withOnly(PeerAddress peer) {
    return new LogFilter(text, kinds, plus(only, peer), minus(hidden, peer));
  }

  /// The same with the lines of this peer hidden; it is no longer among those shown alone.
  public LogFilter withHidden(PeerAddress peer) {
    return new LogFilter(text, kinds, minus(only, peer), plus(hidden, peer));
  }

  /// The same with this peer neither hidden nor shown alone.
  public LogFilter withoutPeer(PeerAddress peer) {
    return new LogFilter(text, kinds, minus(only, peer), minus(hidden, peer));
  }

  private boolean acceptsPeer(@Nullable PeerAddress peer) {
    if (peer == null) {
      return only.isEmpty();
    }
    return (only.isEmpty() || only.contains(peer)) && !hidden.contains(peer);
  }

  private boolean hasText(JournalLine line) {
    return text.isBlank()
        || contains(line.text(), text)
        || contains(line.remark(), text)
        || contains(line.peerText(), text);
  }

  private static boolean contains(String whole, String part) {
    for (int start = 0; start <= whole.length() - part.length(); start++) {
      if (whole.regionMatches(true, start, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private static Set<PeerAddress> plus(Set<PeerAddress> peers, PeerAddress peer) {
    Set<PeerAddress> more = new LinkedHashSet<>(peers);
    more.add(peer);
    return more;
  }

  private static Set<PeerAddress> minus(Set<PeerAddress> peers, PeerAddress peer) {
    Set<PeerAddress> fewer = new LinkedHashSet<>(peers);
    fewer.remove(peer);
    return fewer;
  }
}
