package p2pgossip.gossip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How likely a peer is to pass on a rumour, and who passes it on in any case: the parameters of
/// GOSSIP1(p, k) in Haas, Halpern and Li 2002, "Gossip-based ad hoc routing", section II.
///
/// @param probability with which a peer passes a rumour on, 0 to 1, to a millionth: p of the paper
/// @param floodHops copies that have made fewer hops are passed on in any case, 0 to 100: k of the
/// paper. With 1, only the peer at which the rumour begins is sure to pass it on
public record Forwarding(double probability, int floodHops) {

  public static final int MOST_FLOOD_HOPS = 100;

  /// The paper finds that a probability between 0.6 and 0.8 reaches almost every node in almost
  /// every execution.
  public static final Forwarding DEFAULT = new Forwarding(0.7, 1);

  private static final Pattern PROBABILITY = Pattern.compile("[0-9]?\\.[0-9]{1,6}|[01]");
  private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+$");
  private static final Pattern HOPS = Pattern.compile("[0-9]{1,3}");

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public Forwarding {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not between 0 and 1");
    }
    probability = Math.rint(probability * 1e6) / 1e6;
    if (floodHops < 0 || floodHops > MOST_FLOOD_HOPS) {
      throw new IllegalArgumentException(
          "flooded hops " + floodHops + " are not between 0 and " + MOST_FLOOD_HOPS);
    }
  }

  /// As one word for the command line and files: `0.7:1`, the probability before the hops.
  public String label() {
    return probabilityText() + ":" + floodHops;
  }

  /// The probability in digits, without an exponent: `0.7`.
  public String probabilityText() {
    return TRAILING_ZEROS.matcher(String.format(Locale.ROOT, "%.6f", probability)).replaceFirst("");
  }

  /// Reads a probability in digits; empty where the text is none.
  public static Optional<Double> readProbability(String text) {
    return Optional.of(text.strip())
        .filter(PROBABILITY.asMatchPredicate())
        .map(Double::valueOf)
        .filter(probability -> probability <= 1);
  }

  /// Reads a label. Without hops, there is 1.
  ///
  /// @throws IllegalArgumentException when it is none, or a value is out of its range, saying why
  public static Forwarding parse(String label) {
    String text = label.strip();
    int colon = text.indexOf(':');
    Optional<Double> probability = readProbability(colon < 0 ? text : text.substring(0, colon));
    String hops = colon < 0 ? Integer.toString(DEFAULT.floodHops) : text.substring(colon + 1);
    if (probability.isEmpty() || !HOPS.matcher(hops).matches()) {
      throw new IllegalArgumentException(
          ("%s is no forwarding; write a probability from 0 to 1, and after a colon the hops over"
                  + " which all pass it on, from 0 to %s, such as 0.7:1")
              .formatted(Quote.of(text), MOST_FLOOD_HOPS));
    }
    return new Forwarding(probability.get(), Integer.parseInt(hops));
  }
}
