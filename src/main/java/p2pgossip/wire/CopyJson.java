package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.inline;
import static p2pgossip.wire.Part.optional;

import java.time.Instant;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// A copy of a rumour on the wire: with its text, or beside a message that is its text.
final class CopyJson {

  static final RecordCodec<Rumor> RUMOR =
      RecordCodec.of(
          Rumor.class,
          field("id", Values.ID),
          field("origin", Values.ADDRESS),
          field("born", Values.TIME),
          field("text", Values.TEXT));

  /// A copy that was received: it was passed on at least once.
  static final ObjectCodec<Copy> ARRIVED = withText(1);

  /// A copy that a peer keeps: it may have begun there.
  static final ObjectCodec<Copy> HELD = withText(0);

  private static final RecordCodec<Silent> ARRIVED_SILENT = silent(1);

  private CopyJson() {}

  /// A copy without its text.
  record Silent(RumorId id, PeerAddress origin, Instant born, int hops, long number) {

    private static Silent of(Copy copy) {
      Rumor rumor = copy.rumor();
      return new Silent(rumor.id(), rumor.origin(), rumor.born(), copy.hops(), copy.number());
    }

    private Copy with(String text) {
      return new Copy(new Rumor(id, origin, born, text), hops, number);
    }
  }

  record Told(Silent silent, String text) {}

  private static RecordCodec<Silent> silent(int leastHops) {
    return RecordCodec.of(
        Silent.class,
        field("id", Values.ID),
        field("origin", Values.ADDRESS),
        field("born", Values.TIME),
        field("hops", Values.whole(leastHops, Copy.MOST_HOPS)),
        optional("copy", Values.COUNT, 0L).as("number"));
  }

  private static ObjectCodec<Copy> withText(int leastHops) {
    return RecordCodec.of(
            Told.class, inline("silent", silent(leastHops)), field("text", Values.TEXT))
        .map(
            told -> told.silent().with(told.text()),
            copy -> new Told(Silent.of(copy), copy.rumor().text()));
  }

  /// A copy that was received, whose text is that of the message.
  static ObjectCodec<Copy> arrivedBeside(String text) {
    return ARRIVED_SILENT.map(silent -> silent.with(text), Silent::of);
  }
}
