package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import p2pgossip.scenario.Scenario;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.ui.dialog.FileChoice;

/// The window of the laboratory on an invisible screen, with a user who saves and opens files in
/// one folder.
final class LaboratoryAtWork implements AutoCloseable {

  private final Recorder<Scenario> watched = new Recorder<>();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Path folder;
  private final Laboratory laboratory;
  private volatile String fileName = "";

  private final class Choosing implements FileChoice {

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      assertThat(kinds).anyMatch(kind -> kind.has(fileName.substring(fileName.indexOf('.') + 1)));
      return folder.resolve(fileName);
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      return folder.resolve(fileName);
    }
  }

  /// Opens it. To be called on the FX thread.
  LaboratoryAtWork(Path folder) {
    this.folder = folder;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    laboratory =
        new Laboratory(
            _ -> new Choosing(),
            new Laboratory.Surroundings(
                background, Platform::runLater, folder.resolve("sweeps"), watched, () -> {}));
    laboratory.setDark(false);
    laboratory.open(null);
  }

  /// What was to be watched in a window of its own.
  Recorder<Scenario> watched() {
    return watched;
  }

  Scene scene() {
    return laboratory.scene();
  }

  /// The file that the user names next.
  void nameNext(String name) {
    fileName = name;
  }

  @Override
  public void close() {
    Screen.act(laboratory::close);
    background.shutdown();
  }

  <T extends Node> T find(String selector) {
    @SuppressWarnings("unchecked")
    T found = (T) Screen.see(() -> laboratory.scene().getRoot().lookup(selector));
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  String text(String selector) {
    Labeled label = find(selector);
    return Screen.see(label::getText);
  }

  void type(String selector, String text) {
    TextInputControl field = find(selector);
    Screen.act(() -> field.setText(text));
  }

  void show(String page) {
    Screen.act(
        () ->
            laboratory.scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(page))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  void runOrStop() {
    Button run = find("#lab-run");
    Screen.act(run::fire);
  }

  void untilRun() {
    Screen.until(() -> "Run".equals(this.<Button>find("#lab-run").getText()));
  }

  List<String> shownTexts() {
    return Screen.see(
        () ->
            laboratory.scene().getRoot().lookupAll(".label").stream()
                .filter(Screen::isSeen)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
  }

  /// @param name of the file, in the folder of the test
  void save(String id, String name) {
    fileName = name;
    SaveMenu menu = find("#lab-save");
    Screen.act(menu::show);
    Screen.act(
        () ->
            menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
    Screen.act(menu::hide);
  }
}
