package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

/// The page of sweeps in a laboratory of its own.
@ExtendWith(OnScreen.class)
abstract class SweepPageOnScreen {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  LaboratoryAtWork lab;

  @Start
  void open(Stage unused) {
    lab = new LaboratoryAtWork(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Fanouts among forty peers, each repeated this many times.
  void build(String fanouts, int repetitions) {
    lab.show("Sweep");
    lab.type("#lab-peers", "40");
    lab.type("#sweep-values-1", fanouts);
    Spinner<Integer> times = lab.find("#sweep-repetitions");
    Screen.act(() -> times.getValueFactory().setValue(repetitions));
  }

  void run(String fanouts, int repetitions) {
    build(fanouts, repetitions);
    lab.runOrStop();
    lab.untilRun();
  }

  void choose(String selector, int index) {
    ComboBox<?> box = lab.find(selector);
    Screen.act(() -> box.getSelectionModel().select(index));
  }

  void press(String selector) {
    Button button = lab.find(selector);
    Screen.act(button::fire);
  }

  void push(SweepPlot plot, KeyCode key) {
    Screen.act(
        () ->
            Event.fireEvent(
                plot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  SweepChart chart(SweepPlot plot) {
    SweepChart chart = Screen.see(plot::chart);
    assertThat(chart).isNotNull();
    return chart;
  }

  void open(String id) {
    MenuButton menu = lab.find("#sweep-open");
    Screen.act(
        () ->
            menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  void openEarlier(String name) {
    MenuButton menu = lab.find("#sweep-open");
    Screen.act(menu::show);
    Menu earlier =
        menu.getItems().stream()
            .filter(Menu.class::isInstance)
            .map(Menu.class::cast)
            .findFirst()
            .orElseThrow();
    Screen.until(() -> earlier.getItems().stream().anyMatch(it -> name.equals(it.getText())));
    Screen.act(
        () ->
            earlier.getItems().stream()
                .filter(it -> name.equals(it.getText()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
    Screen.act(menu::hide);
  }
}
