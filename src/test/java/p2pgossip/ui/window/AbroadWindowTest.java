package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Spread;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.DeckTab;
import p2pgossip.ui.window.deck.DeckTabs;

/// A window in a country that has digits of its own. Nothing in the window follows the default
/// locale.
@ExtendWith(OnScreen.class)
class AbroadWindowTest {

  private static final int PEERS = 8;
  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);

  @TempDir static Path folder;

  private final Locale before = Locale.getDefault();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat("%d".formatted(8)).isEqualTo("٨");
    work = WindowsAtWork.demonstration(PEERS, SETTINGS, folder);
  }

  @AfterEach
  void close() {
    work.close();
    Locale.setDefault(before);

    assertThat(work.uncaught()).isEmpty();
  }

  @Test
  void hasOneKindOfDigitsInAllItsViews() {
    work.untilFurnished();
    work.until(
        () -> {
          Spread spread = work.model().network().view().spread();
          return spread != null && spread.arrivals().size() == PEERS;
        });

    for (DeckTab tab : DeckTabs.ALL) {
      work.see(
          () -> {
            work.<Deck>find("#deck").show(tab);
            return true;
          });
      assertThat(work.see(this::texts))
          .as("in %s", tab.title())
          .hasSizeGreaterThan(30)
          .anyMatch(text -> text.chars().anyMatch(AbroadWindowTest::isDigit))
          .noneMatch(text -> text.chars().anyMatch(it -> Character.isDigit(it) && !isDigit(it)));
    }
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private List<String> texts() {
    Node root = work.first().stage().getScene().getRoot();
    root.applyCss();
    return root.lookupAll("*").stream().flatMap(AbroadWindowTest::textsOf).toList();
  }

  private static Stream<String> textsOf(Node node) {
    String tooltip =
        node.getProperties().values().stream()
            .filter(Tooltip.class::isInstance)
            .map(it -> ((Tooltip) it).getText())
            .findFirst()
            .orElse(null);
    String text =
        switch (node) {
          case Labeled label -> label.getText();
          case TextInputControl field -> field.getText();
          case Text words -> words.getText();
          default -> null;
        };
    return Stream.of(
            Optional.ofNullable(text),
            Optional.ofNullable(tooltip),
            Optional.ofNullable(node.getAccessibleText()))
        .flatMap(Optional::stream)
        .filter(it -> !it.isEmpty());
  }
}
