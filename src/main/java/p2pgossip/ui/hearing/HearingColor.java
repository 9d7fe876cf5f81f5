package p2pgossip.ui.hearing;

/// What the colour of a peer that has heard the rumour means.
public enum HearingColor {
  /// How soon after its start the rumour reached the peer.
  TIME("When", "How soon each peer first heard the rumour"),
  /// How many times the first copy to reach the peer was passed on before.
  HOPS("Hops", "How often the first copy to reach each peer had been passed on"),
  /// How many copies have reached the peer.
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
