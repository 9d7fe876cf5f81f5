package p2pgossip.ui.faultlook;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.fault.Effect;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// How each kind of fault looks and is begun: all that the screen knows of it. The later a kind
/// stands here, the graver it is: where there is no room for all marks, its mark stays.
public enum FaultLook implements FaultMark {
  FREEZE(
      Feather.PAUSE_CIRCLE,
      "Frozen",
      "Takes requests but answers none, and sends nothing.",
      new Offer.Press(
          "Freeze",
          Feather.PAUSE_CIRCLE,
          _ -> "Take requests, answer none",
          target -> "Freeze" + target.howMany(),
          target -> !target.chosen().isEmpty(),
          target -> target.chosen().stream().map(FaultLook::freeze).toList(),
          true,
          new Offer.Press.Undo("Thaw", Feather.SUN))) {

    @Override
    public List<Set<PeerAddress>> groups(Fault<PeerAddress> fault) {
      return fault instanceof Fault.Freeze(PeerAddress peer) ? List.of(Set.of(peer)) : List.of();
    }

    @Override
    public String news(int group) {
      return "Frozen: takes requests but answers none.";
    }

    @Override
    public double around() {
      return 8;
    }

    @Override
    public int corner() {
      return 1;
    }

    @Override
    public void paintGround(
        Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {
      FaultShapes.ice(graphics, palette, x, y, radius);
    }

    @Override
    public void paintBadge(
        Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {
      FaultShapes.pause(graphics, palette, x, y, radius);
    }

    @Override
    public void paintSample(Drawing graphics, RolePalette palette, double x, double y) {
      FaultShapes.ice(graphics, palette, x, y, 9);
      FaultShapes.pause(graphics, palette, x, y, 5.5);
    }
  },

  LOSS(
      Feather.DROPLET,
      "Loses messages",
      "The longer the gaps, the more is lost. An arrow head says that it is lost one way only.",
      new Offer.Slide(
          "Loss",
          Feather.DROPLET,
          100,
          20,
          "%.0f %%",
          30,
          "Lose 30 %",
          (path, percent) -> new Fault.Loss<>(path, Math.rint(percent) / 100))) {

    @Override
    public double extent(Effect effect) {
      return effect.loss();
    }

    @Override
    public double together(double one, double other) {
      return either(one, other);
    }

    @Override
    public String figure(double extent) {
      return percent(extent);
    }

    @Override
    public boolean isStroke() {
      return true;
    }

    @Override
    public void paintWay(WayPen pen, double at, Extents extents) {
      FaultShapes.brokenLine(pen, extents);
    }

    @Override
    public double sample() {
      return 0.4;
    }
  },

  DELAY(
      Feather.CLOCK,
      "Delayed",
      "Messages arrive later.",
      new Offer.Slide(
          "Delay",
          Feather.CLOCK,
          2_000,
          300,
          "%.0f ms",
          300,
          "Delay by 300 ms",
          (path, millis) -> {
            Duration mean = Duration.ofMillis(Math.round(millis));
            return new Fault.Delay<>(path, mean, mean.dividedBy(2));
          })) {

    @Override
    public double extent(Effect effect) {
      return effect.delay().toNanos() / 1e6;
    }

    @Override
    public double together(double one, double other) {
      return one + other;
    }

    @Override
    public String figure(double extent) {
      return "+" + (long) extent + " ms";
    }

    @Override
    public double half() {
      return 9;
    }

    @Override
    public void paintWay(WayPen pen, double at, Extents extents) {
      FaultShapes.clock(pen, at);
    }

    @Override
    public double sample() {
      return 1_000;
    }
  },

  DUPLICATE(
      Feather.COPY,
      "Sent twice",
      "A share of the messages arrives twice.",
      new Offer.Slide(
          "Duplicate",
          Feather.COPY,
          100,
          20,
          "%.0f %%",
          30,
          "Duplicate 30 %",
          (path, percent) -> new Fault.Duplicate<>(path, Math.rint(percent) / 100))) {

    @Override
    public double extent(Effect effect) {
      return effect.twice();
    }

    @Override
    public double together(double one, double other) {
      return either(one, other);
    }

    @Override
    public String figure(double extent) {
      return "×2 " + percent(extent);
    }

    @Override
    public double half() {
      return 10;
    }

    @Override
    public void paintWay(WayPen pen, double at, Extents extents) {
      FaultShapes.twoCopies(pen, at);
    }

    @Override
    public double sample() {
      return 0.3;
    }
  },

  BLOCK(
      Feather.SLASH,
      "Blocked",
      "Nothing gets past the bar from where an arrow runs against it.",
      Offer.Press.over(
          "Block",
          Feather.SLASH,
          _ -> "Nothing gets through, neither way",
          target -> "Block" + target.where(),
          _ -> true,
          target -> new Fault.Block<>(target.path())),
      Offer.Press.over(
          "One way",
          Feather.ARROW_RIGHT,
          target ->
              target.isPair()
                  ? "Nothing gets from %s to %s"
                      .formatted(target.chosen().get(0), target.chosen().get(1))
                  : "Select two peers: nothing gets from the first to the second",
          target -> "Block only %s to %s".formatted(target.chosen().get(0), target.chosen().get(1)),
          Target::isPair,
          target ->
              new Fault.Block<>(
                  new Path.OneWay<>(target.chosen().get(0), target.chosen().get(1))))) {

    @Override
    public double extent(Effect effect) {
      return effect.loss();
    }

    @Override
    public boolean isCut() {
      return true;
    }

    @Override
    public double half() {
      return 14;
    }

    @Override
    public void paintWay(WayPen pen, double at, Extents extents) {
      FaultShapes.block(pen, at, extents);
    }

    @Override
    public double sample() {
      return 1;
    }
  },

  PARTITION(
      Feather.SCISSORS,
      "Sides, cut apart",
      "Nothing gets from one side, named by a letter, to another.",
      Offer.Press.over(
          "Cut off",
          Feather.SCISSORS,
          _ -> "Part the selected from all others",
          _ -> "Cut off from all others",
          target -> !target.chosen().isEmpty() && !target.others().isEmpty(),
          target -> new Fault.Partition<>(List.of(Set.copyOf(target.chosen()), target.others())))) {

    @Override
    public List<Set<PeerAddress>> groups(Fault<PeerAddress> fault) {
      return fault instanceof Fault.Partition(List<Set<PeerAddress>> sides) ? sides : List.of();
    }

    @Override
    public String news(int group) {
      return "On side " + FaultShapes.letter(group) + " of a partition.";
    }

    @Override
    public double around() {
      return 10;
    }

    @Override
    public int corner() {
      return -1;
    }

    @Override
    public void paintGround(
        Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {
      Color color = FaultShapes.sideColor(palette, group);
      graphics.setFill(color.deriveColor(0, 1, 1, 0.3));
      graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void paintBadge(
        Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {
      FaultShapes.side(graphics, palette, x, y, radius, group);
    }

    @Override
    public void paintSample(Drawing graphics, RolePalette palette, double x, double y) {
      FaultShapes.tintedSide(graphics, palette, x - 7, y, 6, 0);
      FaultShapes.tintedSide(graphics, palette, x + 7, y, 6, 1);
    }

    @Override
    public double extent(Effect effect) {
      return effect.loss();
    }

    @Override
    public boolean isCut() {
      return true;
    }

    @Override
    public boolean isStroke() {
      return true;
    }

    @Override
    public void paintWay(WayPen pen, double at, Extents extents) {
      FaultShapes.stubs(pen);
    }
  };

  /// Icons are constants.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Ikon icon;

  private final String title;
  private final String meaning;

  /// They make values and have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Offer> offers;

  FaultLook(Ikon icon, String title, String meaning, Offer... offers) {
    this.icon = icon;
    this.title = title;
    this.meaning = meaning;
    this.offers = List.of(offers);
  }

  /// The look of a fault.
  public static FaultLook of(Fault<PeerAddress> fault) {
    return switch (fault) {
      case Fault.Freeze<PeerAddress> _ -> FREEZE;
      case Fault.Loss<PeerAddress> _ -> LOSS;
      case Fault.Delay<PeerAddress> _ -> DELAY;
      case Fault.Duplicate<PeerAddress> _ -> DUPLICATE;
      case Fault.Block<PeerAddress> _ -> BLOCK;
      case Fault.Partition<PeerAddress> _ -> PARTITION;
    };
  }

  private static Fault<PeerAddress> freeze(PeerAddress peer) {
    return new Fault.Freeze<>(peer);
  }

  /// The share of messages that one of two independent faults meets, or both do.
  private static double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  public Ikon icon() {
    return icon;
  }

  /// What the legend calls it.
  public String title() {
    return title;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /// By what it can be begun.
  public List<Offer> offers() {
    return offers;
  }
}
