package p2pgossip.ui.settings;

import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Interest.Contacts;
import p2pgossip.gossip.Interest.End;

/// The ways of losing interest in a rumour, as they stand in the form.
enum InterestChoice {
  NEVER("never", End.NEVER, Contacts.UNNECESSARY),
  FEEDBACK_COUNTER("after k that knew it", End.COUNTER, Contacts.UNNECESSARY),
  FEEDBACK_COIN("coin 1/k, if it was known", End.COIN, Contacts.UNNECESSARY),
  BLIND_COUNTER("after k contacts", End.COUNTER, Contacts.ALL),
  BLIND_COIN("coin 1/k, each contact", End.COIN, Contacts.ALL);

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

  boolean hasK() {
    return end != End.NEVER;
  }

  @Override
  public String toString() {
    return words;
  }
}
