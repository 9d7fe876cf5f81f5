package p2pgossip.ui.keep;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The file choosers of the system. They stand over a window and begin in the folder of the last choice.
public final class NativeFileChoice implements FileChoice {

  private final Supplier<@Nullable Window> owner;
  private final KeptFolder folder;

  /// @param owner the window over which to ask; null for none
  public NativeFileChoice(Supplier<@Nullable Window> owner, KeptFolder folder) {
    this.owner = owner;
    this.folder = folder;
  }

  @Override
  public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(name + "." + kinds.getFirst().extensions().getFirst());
    File file = chooser.showSaveDialog(owner.get());
    if (file == null) {
      return null;
    }
    folder.chosen(file.toPath());
    int filter = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
    return withExtension(file.toPath(), kinds, kinds.get(Math.max(0, filter)));
  }

  @Override
  public @Nullable Path toOpen(String title, Kind kind) {
    FileChooser chooser = chooser(title, List.of(kind));
    chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
    File file = chooser.showOpenDialog(owner.get());
    if (file == null) {
      return null;
    }
    folder.chosen(file.toPath());
    return file.toPath();
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

  /// The file as the user named it where its extension is one of those that were offered, else with that
  /// of the kind that was chosen: not every system adds it.
  static Path withExtension(Path file, List<Kind> kinds, Kind chosen) {
    String extension = extensionOf(file);
    return kinds.stream().anyMatch(kind -> kind.extensions().contains(extension))
        ? file
        : file.resolveSibling(file.getFileName() + "." + chosen.extensions().getFirst());
  }

  /// In small letters, without the dot; empty where there is none.
  static String extensionOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
