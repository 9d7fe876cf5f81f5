package p2pgossip.ui.form;

import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Interest.Contacts;
import p2pgossip.gossip.Interest.End;

/// The ways of losing interest in a rumour that the form offers.
enum InterestChoice {
  NEVER("never", End.NEVER, Contacts.UNNECESSARY),
  FEEDBACK_COUNTER("feedback count", End.COUNTER, Contacts.UNNECESSARY),
  FEEDBACK_COIN("feedback coin", End.COIN, Contacts.UNNECESSARY),
  BLIND_COUNTER("blind count", End.COUNTER, Contacts.ALL),
  BLIND_COIN("blind coin", End.COIN, Contacts.ALL);

  private final String words;
  private final End end;
  private final Contacts contacts;

  InterestChoice(String words, End end, Contacts contacts) {
    this.words = words;
    this.end = end;
    this.contacts = contacts;
  }

  static InterestChoice of(Interest interest) {
    for (InterestChoice choice : values()) {
      if (choice.end == interest.lastsUntil()
          && (choice.end == End.NEVER || choice.contacts == interest.heeds())) {
        return choice;
      }
    }
    throw new IllegalStateException("no choice stands for " + interest);
  }

  Interest with(int k) {
    return new Interest(end, contacts, k);
  }

  /// What it means, as a sentence.
  String inWords(int k) {
    String count = k == 1 ? "one" : Integer.toString(k);
    return switch (this) {
      case NEVER -> "Passed on as long as it is kept.";
      case FEEDBACK_COUNTER -> "Until " + count + " in a row knew it already.";
      case FEEDBACK_COIN -> "Each peer that knew it ends it with a chance of 1/" + k + ".";
      case BLIND_COUNTER -> "Until " + count + " were told or asked.";
      case BLIND_COIN -> "Each contact ends it with a chance of 1/" + k + ".";
    };
  }

  boolean hasK() {
    return end != End.NEVER;
  }

  @Override
  public String toString() {
    return words;
  }
}
