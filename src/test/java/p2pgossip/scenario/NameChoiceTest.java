package p2pgossip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerName;

class NameChoiceTest {

  private static List<String> names(NameChoice choice, int count) {
    return IntStream.range(0, count)
        .mapToObj(choice::of)
        .map(name -> name == null ? "" : name.text())
        .toList();
  }

  @Test
  void portsAreNoNames() {
    assertThat(NameChoice.PORTS.of(0)).isNull();
  }

  @Test
  void lettersAreCountedAsTheColumnsOfASpreadsheet() {
    List<String> letters = names(NameChoice.LETTERS, 18_278);

    assertThat(letters.subList(0, 3)).containsExactly("A", "B", "C");
    assertThat(letters.subList(25, 28)).containsExactly("Z", "AA", "AB");
    assertThat(letters.subList(700, 704)).containsExactly("ZY", "ZZ", "AAA", "AAB");
    assertThat(letters.getLast()).isEqualTo("ZZZ");
    assertThat(letters).doesNotHaveDuplicates();
  }

  @Test
  void firstNamesAreShortAndNoTwoThatFollowBeginAlike() {
    List<String> names = names(NameChoice.FIRST_NAMES, 208);

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z][a-z]{1,6}"));
    for (int i = 1; i < names.size(); i++) {
      assertThat(names.get(i).charAt(0)).isNotEqualTo(names.get(i - 1).charAt(0));
    }
  }

  @Test
  void afterTheLastFirstNameComesTheFirstWithANumber() {
    List<String> names = names(NameChoice.FIRST_NAMES, 2_000);

    assertThat(names.get(208)).isEqualTo(names.getFirst() + " 2");
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names.getLast().length()).isLessThanOrEqualTo(PeerName.LONGEST);
  }

  @Test
  void aLabelIsReadOrRefusedInWords() {
    for (NameChoice choice : NameChoice.values()) {
      assertThat(NameChoice.parse(choice.label())).isEqualTo(choice);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameChoice.parse("numbers"))
        .withMessage("\"numbers\" is not ports, letters or first-names");
  }
}
