package p2pgossip.gossip;

import java.util.List;
import java.util.random.RandomGenerator;

/// Random gossip in whole sentences: who says that who did what, where or when.
public final class Sentences implements MessageSource {

  private final List<List<String>> parts;

  /// @param parts lists of phrases; a sentence takes one of each, in order. None is empty
  public Sentences(List<List<String>> parts) {
    this.parts = parts.stream().map(List::copyOf).toList();
    if (this.parts.isEmpty() || this.parts.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a sentence needs at least one phrase for each part");
    }
  }

  @Override
  public String next(RandomGenerator random) {
    StringBuilder sentence = new StringBuilder();
    for (List<String> phrases : parts) {
      if (!sentence.isEmpty()) {
        sentence.append(' ');
      }
      sentence.append(phrases.get(random.nextInt(phrases.size())));
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }
}
