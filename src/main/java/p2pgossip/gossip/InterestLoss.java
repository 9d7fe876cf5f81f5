package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Decides when a peer loses interest in a rumour: Demers et al. 1987, "Epidemic algorithms for
/// replicated database maintenance", section 1.4, "Blind vs. feedback" and "Counter vs. coin".
final class InterestLoss {

  private final RandomGenerator random;

  InterestLoss(RandomGenerator random) {
    this.random = random;
  }

  /// A copy was sent: the contact of the blind variants.
  void sent(KeptRumor rumor, Interest interest, StepBuilder builder) {
    if (interest.heeds() == Interest.Contacts.ALL) {
      contact(rumor, false, interest, builder);
    }
  }

  /// The receiver said whether the copy was news: the contact of the variants with feedback.
  void learned(KeptRumor rumor, boolean useful, Interest interest, StepBuilder builder) {
    if (interest.heeds() == Interest.Contacts.UNNECESSARY) {
      contact(rumor, useful, interest, builder);
    }
  }

  /// A period ends. With pull, the peer that is asked counts contacts, and all questions of one
  /// period count as one contact, which is useful if one of them was: section 1.4, table 3.
  void periodEnded(KeptRumor rumor, Interest interest, StepBuilder builder) {
    if (rumor.isAskedUsefully() || rumor.isAskedInVain()) {
      contact(rumor, rumor.isAskedUsefully(), interest, builder);
    }
    rumor.forgetQuestions();
  }

  /// Ends the interest in a rumour, for whatever reason.
  void lose(KeptRumor rumor, StepBuilder builder) {
    if (rumor.isInteresting()) {
      rumor.loseInterest();
      builder.happened(new GossipEvent.InterestLost(builder.at(), rumor.id()));
    }
  }

  private void contact(KeptRumor rumor, boolean useful, Interest interest, StepBuilder builder) {
    if (!rumor.isInteresting()) {
      return;
    }
    int counted = interest.after(rumor.contactsCounted(), useful, random);
    if (counted == Interest.LOST) {
      lose(rumor, builder);
    } else {
      rumor.countContacts(counted);
    }
  }
}
