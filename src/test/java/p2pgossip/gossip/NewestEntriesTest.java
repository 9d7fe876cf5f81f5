package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestEntriesTest {

  private final NewestEntries<String, Integer> entries = new NewestEntries<>(2);

  @Test
  void anEmptyOneHoldsNothing() {
    assertThat(entries.contains("ann")).isFalse();
    assertThat(entries.get("ann")).isNull();
    assertThat(entries.remove("ann")).isNull();
  }

  @Test
  void theOldestIsRemovedWhenThereAreTooMany() {
    entries.put("ann", 1);
    entries.put("bob", 2);
    entries.put("cai", 3);

    assertThat(entries.contains("ann")).isFalse();
    assertThat(entries.get("bob")).isEqualTo(2);
    assertThat(entries.get("cai")).isEqualTo(3);
  }

  @Test
  void anEntryThatIsPutAgainIsTheNewest() {
    entries.put("ann", 1);
    entries.put("bob", 2);
    entries.put("ann", 4);
    entries.put("cai", 3);

    assertThat(entries.get("ann")).isEqualTo(4);
    assertThat(entries.contains("bob")).isFalse();
  }

  @Test
  void whatIsRemovedIsGone() {
    entries.put("ann", 1);

    assertThat(entries.remove("ann")).isEqualTo(1);
    assertThat(entries.contains("ann")).isFalse();
  }
}
