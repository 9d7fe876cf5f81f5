package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// When a rumour is no longer worth passing on: Demers et al. 1987, "Epidemic algorithms for replicated
/// database maintenance", section 1.4, "Blind vs. feedback" and "Counter vs. coin".
final class InterestLoss {

  private final RandomGenerator random;

  InterestLoss(RandomGenerator random) {
    this.random = random;
  }

  /// A copy was put on its way: all that the blind variants look at.
  void sent(KeptRumor rumor, Interest interest, StepBuilder builder) {
    if (interest.heeds() == Interest.Contacts.ALL) {
      contact(rumor, false, interest, builder);
    }
  }

  /// The other said whether the copy was news there: what the variants with feedback look at.
  void learned(KeptRumor rumor, boolean useful, Interest interest, StepBuilder builder) {
    if (interest.heeds() == Interest.Contacts.UNNECESSARY) {
      contact(rumor, useful, interest, builder);
    }
  }

  /// A period ends. By pull it is the peer that is asked that looks at its contacts, and all the
  /// questions of one period count as one contact, useful if one of them was: section 1.4, table 3.
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
