package p2pgossip.ui.graph.model;

/// What the colour of a peer that has heard the rumour stands for.
public enum HearingColor {
  /// How long after the rumour's birth it first heard it.
  TIME("When", "How soon each peer first heard the rumour"),
  /// How many times the first copy to reach it had been passed on.
  HOPS("Hops", "How often the first copy to reach each peer had been passed on"),
  /// How many copies have reached it.
  REPEATS("How often", "How many copies have reached each peer");

  private final String title;
  private final String meaning;

  HearingColor(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }
}
