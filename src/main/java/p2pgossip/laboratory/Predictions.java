package p2pgossip.laboratory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationSettings;
import p2pgossip.theory.Flooding;
import p2pgossip.theory.Formulas;
import p2pgossip.theory.MeanField;
import p2pgossip.theory.RoundsToAll;
import p2pgossip.theory.RoundsToAll.Calls;
import p2pgossip.topology.Complete;

/// Finds what theory says of given settings.
public final class Predictions {

  /// The most peers that are wired a second time, to follow a flood among them.
  private static final int MOST_FLOODED = 200_000;

  /// Of the strategies about which something is known.
  private static final Map<Strategy, Function<Predictions, Prediction>> THEORY =
      Map.of(
          Strategy.PUSH,
          it -> it.byCalls(Calls.PUSH),
          Strategy.PULL,
          it -> it.byCalls(Calls.PULL),
          Strategy.PUSH_PULL,
          it -> it.byCalls(Calls.PUSH_PULL),
          Strategy.FLOOD,
          Predictions::flood,
          Strategy.DIRECT,
          Predictions::direct,
          Strategy.GOSSIP1,
          _ ->
              new Prediction.Unknown(
                  "No curve is known where a coin decides which peers pass it on: a run dies"
                      + " early or reaches nearly all (Haas, Halpern and Li 2002). Many runs show"
                      + " both."),
          Strategy.ANTI_ENTROPY,
          _ ->
              new Prediction.Unknown(
                  "No exact curve is known for the comparing of lists. It reaches all, at about the"
                      + " pace of push-pull."));

  private static final Prediction NOTHING_KNOWN =
      new Prediction.Unknown("No curve is known for this strategy.");

  private final PopulationSettings settings;
  private final Spreading spreading;
  private final int peers;

  private Predictions(PopulationSettings settings) {
    this.settings = settings;
    spreading = settings.spreading();
    peers = settings.peers();
  }

  /// What theory says of these settings. Takes up to some seconds for [RoundsToAll#MOST_PEERS].
  public static Prediction of(PopulationSettings settings) {
    return new Predictions(settings).find();
  }

  private Prediction find() {
    if (peers < 2) {
      return new Prediction.Unknown("A single peer has no other to tell.");
    }
    if (settings.crashes().share() > 0) {
      return new Prediction.Unknown(
          "Theory's curves are for peers that all run. Here some crash, and what is sent to them is"
              + " lost: the rumour takes longer, much as if that share of all calls were lost.");
    }
    return THEORY.getOrDefault(spreading.strategy(), _ -> NOTHING_KNOWN).apply(this);
  }

  private Prediction byCalls(Calls calls) {
    if (!(settings.topology() instanceof Complete)) {
      return new Prediction.Unknown(
          "Theory's curve is for peers that all know one another. Here each calls only its"
              + " neighbours, who more often know the rumour already, so it takes longer: the more,"
              + " the farther apart the peers are.");
    }
    return spreading.interest().lastsUntil() == Interest.End.NEVER ? neverLost(calls) : lost(calls);
  }

  private Prediction neverLost(Calls calls) {
    Prediction.Curve curve = peers <= RoundsToAll.MOST_PEERS ? exact(calls) : meanField(calls);
    return unlessHopsMatter(curve);
  }

  private Prediction unlessHopsMatter(Prediction.Curve curve) {
    // In a round a copy makes one hop.
    return spreading.hopLimit() >= curve.means().size() - 1
        ? curve
        : new Prediction.Unknown(
            "Theory's curve is for copies that are passed on however far they have come. Here they"
                + " stop after %s hops, so the rumour may not reach all."
                    .formatted(spreading.hopLimit()));
  }

  private Prediction.Curve exact(Calls calls) {
    RoundsToAll chain = new RoundsToAll(calls, peers, spreading.fanout(), settings.loss());
    return new Prediction.Curve(
        Prediction.Curve.shares(chain.informed(), peers),
        Prediction.Curve.shares(asDoubles(chain.few()), peers),
        Prediction.Curve.shares(asDoubles(chain.many()), peers),
        String.format(
            Locale.UK,
            "Theory: exact mean and the band of 90 %% of all runs; all have heard it after %.2f"
                + " rounds on average (%s).",
            chain.mean(),
            calls == Calls.PUSH ? "Pittel 1987" : "Karp et al. 2000"));
  }

  private Prediction.Curve meanField(Calls calls) {
    OptionalDouble rounds = asymptotic(calls);
    String until =
        rounds.isPresent()
            ? String.format(
                Locale.UK,
                "; all have heard it after about %.1f rounds (Doerr and Kostrygin 2017)",
                rounds.getAsDouble())
            : "";
    return Prediction.Curve.of(
        MeanField.rounds(calls, peers, spreading.fanout(), settings.loss()),
        peers,
        String.format(
            Locale.UK,
            "Theory: the mean round by round, chance left out, as the exact one takes too long for"
                + " more than %,d peers%s.",
            RoundsToAll.MOST_PEERS,
            until));
  }

  private OptionalDouble asymptotic(Calls calls) {
    double p = 1 - settings.loss();
    if (spreading.fanout() > 1 || p < 1) {
      return OptionalDouble.empty();
    }
    // With the constants that its doc states for p = 1.
    return OptionalDouble.of(
        switch (calls) {
          case PUSH -> Formulas.pushRounds(peers, p) + 1.2;
          case PULL -> Formulas.pullRounds(peers, p) + 1.0;
          case PUSH_PULL -> Formulas.pushPullRounds(peers, p) + 0.05;
        });
  }

  private Prediction lost(Calls calls) {
    Interest interest = spreading.interest();
    boolean plain = calls == Calls.PUSH && settings.loss() == 0;
    if (plain && interest.heeds() == Interest.Contacts.UNNECESSARY && spreading.fanout() == 1) {
      double residue = MeanField.residue(interest.k());
      return new Prediction.Level(
          1 - residue,
          String.format(
              Locale.UK,
              "Theory: without rounds, and with a coin, %.2g %% never hear it (Demers"
                  + " et al. 1987, section 1.4). In rounds, and with a counter, it is less.",
              100 * residue));
    }
    if (plain
        && interest.heeds() == Interest.Contacts.ALL
        && interest.lastsUntil() == Interest.End.COUNTER
        && interest.k() <= spreading.fanout()) {
      double share = Formulas.shareReached(spreading.fanout());
      return new Prediction.Level(
          share,
          String.format(
              Locale.UK,
              "Theory: told once to %d others, it reaches %.1f %%, unless it dies at the start"
                  + " (Kermarrec, Massoulié and Ganesh 2003).",
              spreading.fanout(),
              100 * share));
    }
    return new Prediction.Unknown(
        "Theory's curve is for interest that is never lost. Here peers lose it, so the rumour"
            + " spreads as fast at first, costs less, and may not reach all.");
  }

  private Prediction flood() {
    if (settings.loss() > 0) {
      return new Prediction.Unknown(
          "Flooding is known exactly where no copy is lost. Here some are, so peers are reached"
              + " later or not at all.");
    }
    if (settings.topology() instanceof Complete) {
      return Prediction.Curve.of(new double[] {1, peers}, peers, FLOOD_WORDS);
    }
    if (peers > MOST_FLOODED) {
      return new Prediction.Unknown(
          String.format(
              Locale.UK,
              "Theory follows a flood from peer to peer, which is done for up to %,d.",
              MOST_FLOODED));
    }
    Neighbors neighbors = Neighbors.wired(settings.topology(), peers, settings.seed());
    return unlessHopsMatter(
        Prediction.Curve.of(
            asDoubles(Flooding.curve(0, peers, neighbors::all)), peers, FLOOD_WORDS));
  }

  private static final String FLOOD_WORDS =
      "Theory: exact; a flood reaches each peer after as many rounds as it is steps away (Lynch"
          + " 1996).";

  private Prediction direct() {
    if (settings.loss() > 0 || !(settings.topology() instanceof Complete)) {
      return new Prediction.Unknown(
          "Nobody passes the rumour on: it reaches only the neighbours of the first peer whose"
              + " copy is not lost.");
    }
    return Prediction.Curve.of(
        new double[] {1, peers}, peers, "Theory: exact; all are told in the first round.");
  }

  private static double[] asDoubles(int[] numbers) {
    return Arrays.stream(numbers).asDoubleStream().toArray();
  }
}
