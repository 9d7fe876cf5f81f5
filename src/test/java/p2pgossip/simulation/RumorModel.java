package p2pgossip.simulation;

import java.util.random.RandomGenerator;

/// Rumour mongering among `n` sites as Demers et al. 1987 simulate it in section 1.4: synchronous
/// cycles with one partner each. It uses arrays only; the engines are compared with it.
final class RumorModel {

  enum Loss {
    FEEDBACK_COUNTER,
    BLIND_COIN
  }

  /// @param residue the share of sites that never hear the rumour
  /// @param traffic copies sent, divided by n
  record Outcome(double residue, double traffic) {}

  private final int n;
  private final int k;
  private final RandomGenerator random;
  private boolean[] knows;
  private boolean[] hot;
  private int[] counters;
  private long copies;

  RumorModel(int n, int k, RandomGenerator random) {
    this.n = n;
    this.k = k;
    this.random = random;
    knows = new boolean[n];
    hot = new boolean[n];
    counters = new int[n];
  }

  Outcome push(Loss loss) {
    begin();
    while (anyHot()) {
      boolean[] knew = knows.clone();
      boolean[] pushing = hot.clone();
      for (int site = 0; site < n; site++) {
        if (pushing[site]) {
          int to = partner(site);
          copies++;
          hot[to] |= !knows[to];
          knows[to] = true;
          boolean ends =
              switch (loss) {
                case FEEDBACK_COUNTER -> count(site, !knew[to]);
                case BLIND_COIN -> random.nextInt(k) == 0;
              };
          hot[site] &= !ends;
        }
      }
    }
    return outcome();
  }

  /// Feedback and counters: the requests that reach a site in one cycle count as one.
  Outcome pull() {
    begin();
    while (anyHot()) {
      boolean[] knew = knows.clone();
      boolean[] asked = new boolean[n];
      boolean[] useful = new boolean[n];
      boolean[] giving = hot.clone();
      for (int site = 0; site < n; site++) {
        int from = partner(site);
        if (giving[from]) {
          asked[from] = true;
          copies++;
          if (!knew[site]) {
            useful[from] = true;
            knows[site] = true;
            hot[site] = true;
          }
        }
      }
      for (int site = 0; site < n; site++) {
        if (asked[site] && count(site, useful[site])) {
          hot[site] = false;
        }
      }
    }
    return outcome();
  }

  private boolean count(int site, boolean useful) {
    counters[site] = useful ? 0 : counters[site] + 1;
    return counters[site] >= k;
  }

  private void begin() {
    knows = new boolean[n];
    hot = new boolean[n];
    counters = new int[n];
    copies = 0;
    knows[0] = true;
    hot[0] = true;
  }

  private boolean anyHot() {
    for (boolean one : hot) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  private int partner(int site) {
    int other = random.nextInt(n - 1);
    return other < site ? other : other + 1;
  }

  private Outcome outcome() {
    int left = 0;
    for (boolean one : knows) {
      left += one ? 0 : 1;
    }
    return new Outcome((double) left / n, (double) copies / n);
  }
}
