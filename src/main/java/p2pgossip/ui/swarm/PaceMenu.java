package p2pgossip.ui.swarm;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.pace.Pace;
import p2pgossip.ui.hint.Hint;

/// Chooses the pace of virtual time. FX thread only.
final class PaceMenu extends MenuButton {

  private final ToggleGroup choices = new ToggleGroup();

  /// @param chosen told what the user chooses
  PaceMenu(Consumer<Pace> chosen) {
    super(null, new FontIcon(Feather.FAST_FORWARD));
    setId("swarm-pace");
    setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(this, "How fast virtual time passes for the simulated peers");
    for (Pace each : Pace.CHOICES) {
      RadioMenuItem item = new RadioMenuItem(each.inWords());
      item.setToggleGroup(choices);
      item.setUserData(each);
      item.setOnAction(event -> chosen.accept(each));
      getItems().add(item);
    }
  }

  void show(Pace pace) {
    setText(pace.inWords());
    setAccessibleText("Pace of virtual time: " + pace.inWords());
    choices.getToggles().forEach(each -> each.setSelected(pace.equals(each.getUserData())));
  }
}
