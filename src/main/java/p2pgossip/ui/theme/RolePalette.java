package p2pgossip.ui.theme;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.CanvasDrawing;

/// The colours of the graph, light and dark, and the look of each role.
///
/// The role colours follow the palette of Okabe and Ito ("Color Universal Design", 2008), shifted
/// in lightness so that each stands out from its background at 3:1 or more (WCAG 2.2, 1.4.11) and
/// from every other role, also for people who do not see red or green; a test simulates both.
/// Colour is never the only sign: every role has a shape of its own, drawn by [NodeGlyph].
public final class RolePalette {

  public static final RolePalette LIGHT = light();
  public static final RolePalette DARK = dark();

  private static final double SWATCH_SIZE = 20;

  private final Map<Role, Color> roles;
  private final Color background;
  private final Color card;
  private final Color border;
  private final Color ink;
  private final Color mutedInk;
  private final Color message;
  private final Color mutualLink;
  private final Color oneWayLink;
  private final HearingRamp ramp;
  private final Color ice;

  private RolePalette(
      boolean dark,
      Map<Role, Color> roles,
      Color background,
      Color card,
      Color border,
      Color ink,
      Color mutedInk,
      Color message,
      Color mutualLink,
      Color oneWayLink) {
    this.roles = roles;
    this.background = background;
    this.card = card;
    this.border = border;
    this.ink = ink;
    this.mutedInk = mutedInk;
    this.message = message;
    this.mutualLink = mutualLink;
    this.oneWayLink = oneWayLink;
    this.ramp = new HearingRamp(dark);
    this.ice = Color.web(dark ? "#7cc4f0" : "#1f7fb8");
  }

  public static RolePalette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  private static RolePalette light() {
    Map<Role, Color> roles = new EnumMap<>(Role.class);
    roles.put(Role.SELF, Color.web("#0550ae"));
    roles.put(Role.CONNECTED, Color.web("#00916a"));
    roles.put(Role.LEARNED, Color.web("#b98000"));
    roles.put(Role.PENDING, Color.web("#a8559a"));
    roles.put(Role.UNREACHABLE, Color.web("#c93c00"));
    roles.put(Role.REFUSED, Color.web("#3b434d"));
    roles.put(Role.HEARD_OF, Color.web("#838c96"));
    return new RolePalette(
        false,
        roles,
        Color.web("#ffffff"),
        Color.web("#ffffff"),
        Color.web("#d0d7de"),
        Color.web("#1f2328"),
        Color.web("#59636e"),
        Color.web("#0969da"),
        Color.web("#8492a2"),
        Color.web("#a9b4c0"));
  }

  private static RolePalette dark() {
    Map<Role, Color> roles = new EnumMap<>(Role.class);
    roles.put(Role.SELF, Color.web("#4493f8"));
    roles.put(Role.CONNECTED, Color.web("#2ecc9b"));
    roles.put(Role.LEARNED, Color.web("#f2b632"));
    roles.put(Role.PENDING, Color.web("#dd8fc4"));
    roles.put(Role.UNREACHABLE, Color.web("#f4693a"));
    roles.put(Role.REFUSED, Color.web("#e6e2d8"));
    roles.put(Role.HEARD_OF, Color.web("#8b949e"));
    return new RolePalette(
        true,
        roles,
        Color.web("#0d1117"),
        Color.web("#161b22"),
        Color.web("#30363d"),
        Color.web("#e6edf3"),
        Color.web("#9198a1"),
        Color.web("#79c0ff"),
        Color.web("#76828f"),
        Color.web("#566170"));
  }

  public Color color(Role role) {
    return Objects.requireNonNull(roles.get(role));
  }

  /// The colour of this peer and of the selection.
  public Color accent() {
    return color(Role.SELF);
  }

  /// The colour of a message on its way.
  public Color message() {
    return message;
  }

  /// The colour of a message that failed.
  public Color failure() {
    return color(Role.UNREACHABLE);
  }

  public Color background() {
    return background;
  }

  public Color ink() {
    return ink;
  }

  public Color mutedInk() {
    return mutedInk;
  }

  /// The colour of a rumour's copies and of its paths: that of ink, from which every step of the
  /// ramp stands out.
  public Color rumor() {
    return ink;
  }

  /// The colours of the peers that have heard the rumour.
  public HearingRamp ramp() {
    return ramp;
  }

  /// The colour of a frozen peer.
  public Color ice() {
    return ice;
  }

  public Color mutualLink() {
    return mutualLink;
  }

  public Color oneWayLink() {
    return oneWayLink;
  }

  /// A picture of the role as the graph draws it, 20 by 20 pixels. It does not follow the theme:
  /// ask again when that changes.
  public Node swatch(Role role) {
    Canvas canvas = new Canvas(SWATCH_SIZE, SWATCH_SIZE);
    double scale = role == Role.SELF ? 0.62 : 0.78;
    new NodeGlyph(this)
        .draw(new CanvasDrawing(canvas), role, SWATCH_SIZE / 2, SWATCH_SIZE / 2, scale);
    canvas.setMouseTransparent(true);
    return canvas;
  }

  /// The role in a word or two, as in a legend.
  public static String name(Role role) {
    return switch (role) {
      case SELF -> "This peer";
      case CONNECTED -> "Connected";
      case LEARNED -> "Learned";
      case PENDING -> "Pending";
      case UNREACHABLE -> "Unreachable";
      case REFUSED -> "Refused";
      case HEARD_OF -> "Heard of";
    };
  }

  /// What a peer is to the peer whose picture this is, in one sentence.
  public static String meaning(NetworkPicture picture, NetworkNode node) {
    if (node.role() == Role.UNREACHABLE && !picture.isNeighbor(node.address())) {
      return "Has ended; not a neighbour, so it is not tried.";
    }
    if (node.role() == Role.CONNECTED) {
      return switch (picture.linkWith(node.address())) {
        case MUTUAL -> "Connected: each knows the other.";
        case UNKNOWN -> "Connected; whether it still knows this peer is unknown: it does not say.";
        case ONE_WAY -> "Connected, but it does not know this peer: messages flow one way.";
      };
    }
    return meaning(node.role());
  }

  /// The role in one sentence.
  public static String meaning(Role role) {
    return switch (role) {
      case SELF -> "The peer from which this window sees the network.";
      case CONNECTED -> "Connected: the one was introduced to the other.";
      case LEARNED ->
          "Known here, but it does not know this peer: messages flow one way, from here to there.";
      case PENDING -> "Not yet checked: it has to answer the handshake first.";
      case UNREACHABLE -> "Does not answer at present; it is tried again after a while.";
      case REFUSED ->
          "Sent nothing: one of the two has another password, or a certificate that is not"
              + " trusted.";
      case HEARD_OF -> "Listed by others, or sends messages here; not a neighbour.";
    };
  }

  /// The colours by the names that the style sheets use.
  public String css() {
    return "-graph-background: %s; -graph-card: %s; -graph-border: %s; -graph-ink: %s; -graph-muted: %s; -graph-accent: %s;"
        .formatted(css(background), css(card), css(border), css(ink), css(mutedInk), css(accent()));
  }

  private static String css(Color color) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(color.getRed() * 255),
        Math.round(color.getGreen() * 255),
        Math.round(color.getBlue() * 255));
  }
}
