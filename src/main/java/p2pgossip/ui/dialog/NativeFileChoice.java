package p2pgossip.ui.dialog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's file choosers. They stand in front of a window and begin in the folder of the last
/// choice.
public final class NativeFileChoice implements FileChoice {

  private final Supplier<@Nullable Window> owner;
  private final KeptFolder folder;
  private final SystemDialogue system;
  private final Predicate<Path> mayReplace;

  /// What the user has typed and chosen.
  ///
  /// @param file as it stands in the dialogue
  /// @param kind that is chosen in the dialogue
  record Answer(Path file, Kind kind) {}

  /// The system's own dialogue for saving. It asks before it replaces the file that it shows.
  @FunctionalInterface
  interface SystemDialogue {
    /// @param proposed the name that it shows at first
    /// @return null if the user cancels
    @Nullable Answer ask(String title, String proposed, List<Kind> kinds);
  }

  /// @param owner the window in front of which to ask; null for none
  public NativeFileChoice(Supplier<@Nullable Window> owner, KeptFolder folder) {
    this.owner = owner;
    this.folder = folder;
    system = this::askSystem;
    mayReplace = file -> ReplaceQuestion.ask(owner.get(), file);
  }

  /// @param mayReplace whether an existing file may be replaced
  NativeFileChoice(KeptFolder folder, SystemDialogue system, Predicate<Path> mayReplace) {
    this.owner = () -> null;
    this.folder = folder;
    this.system = system;
    this.mayReplace = mayReplace;
  }

  @Override
  public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
    String proposed = name + "." + kinds.getFirst().extensions().getFirst();
    while (true) {
      Answer answer = system.ask(title, proposed, kinds);
      if (answer == null) {
        return null;
      }
      folder.chosen(answer.file());
      Path file = SavedName.of(answer.file(), kinds, answer.kind());
      // The system has asked about the other name only.
      if (file.equals(answer.file()) || !Files.exists(file) || mayReplace.test(file)) {
        return file;
      }
      proposed = String.valueOf(file.getFileName());
    }
  }

  @Override
  public @Nullable Path toOpen(String title, Kind kind) {
    File file = openChooser(title, kind).showOpenDialog(owner.get());
    if (file == null) {
      return null;
    }
    folder.chosen(file.toPath());
    return file.toPath();
  }

  @Override
  public List<Path> toOpenSeveral(String title, Kind kind) {
    List<File> chosen = openChooser(title, kind).showOpenMultipleDialog(owner.get());
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    folder.chosen(chosen.getFirst().toPath());
    return chosen.stream().map(File::toPath).toList();
  }

  private FileChooser openChooser(String title, Kind kind) {
    FileChooser chooser = chooser(title, List.of(kind));
    chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
    return chooser;
  }

  private @Nullable Answer askSystem(String title, String proposed, List<Kind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(proposed);
    File file = chooser.showSaveDialog(owner.get());
    int filter = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
    return file == null ? null : new Answer(file.toPath(), kinds.get(Math.max(0, filter)));
  }

  private FileChooser chooser(String title, List<Kind> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    Path start = folder.get();
    if (start != null) {
      chooser.setInitialDirectory(start.toFile());
    }
    for (Kind kind : kinds) {
      List<String> patterns = kind.extensions().stream().map(it -> "*." + it).toList();
      chooser
          .getExtensionFilters()
          .add(
              new ExtensionFilter(
                  kind.words() + " (" + String.join(", ", patterns) + ")", patterns));
    }
    return chooser;
  }
}
