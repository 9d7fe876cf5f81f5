package p2pgossip.ui.keep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.export.Progress;
import p2pgossip.ui.dialog.FileChoice;

/// One kind of file in which something that a window shows can be saved. [Exporters#all] lists
/// them: the menu, the file choosers and the tests read that list, so a new one is a line there.
///
/// @param subject what is saved
/// @param kind what the file chooser calls it, and its extensions
/// @param need what has to be there for it
/// @param taking how it is saved
record Exporter(Subject subject, FileChoice.Kind kind, Need need, Taking taking) {

  /// Something that can be saved, in one kind of file or several: an item of the menu.
  ///
  /// @param id of the item, behind `keep-`
  /// @param section of the menu in which it stands
  /// @param words of the item
  /// @param icon of the item
  /// @param title of the window that asks for a file
  /// @param fileName proposed, without the date and the extension
  record Subject(
      String id, Section section, String words, Feather icon, String title, String fileName) {}

  /// A part of the menu.
  enum Section {
    /// Beside the opening of a recording.
    RECORDING,
    PICTURES,
    CHART_DATA,
    /// Below the others.
    REST
  }

  /// What an exporter needs. Asked on the FX thread.
  @FunctionalInterface
  interface Need {
    Need NOTHING = _ -> null;

    /// Why it can't be had just now, and what to do, as sentences for the user; null where it can.
    @Nullable String missing(KeepSource source);
  }

  /// What else an exporter works with.
  ///
  /// @param zone in which times are written where people read them
  /// @param program the version of this program
  record Surroundings(InstantSource clock, Supplier<ZoneId> zone, String program) {}

  /// Takes what is saved, as it is when the user asks for it. Called on the FX thread, and only
  /// where what it needs is there.
  @FunctionalInterface
  interface Taking {
    Writing take(KeepSource source, Surroundings surroundings);
  }

  /// Writes the file: whole, or not at all. Runs in the background.
  @FunctionalInterface
  interface Writing {
    /// @return what it has saved, as in "3 lines"
    /// @throws IOException when it can't be written, in words; an old file stays as it was
    Saved write(Path file, Progress progress) throws IOException;
  }

  /// What an exporter has saved.
  ///
  /// @param what as in "3 lines": it stands before "saved to"
  /// @param rest more sentences on it; may be empty
  record Saved(String what, String rest) {
    Saved(String what) {
      this(what, "");
    }

    String sentence(Path file) {
      return what + " saved to " + file + "." + (rest.isEmpty() ? "" : " " + rest);
    }
  }
}
