package p2pgossip.ui.command;

import java.util.List;

/// Commands that act on the same thing and belong together.
///
/// @param title of the group in the list of keys. Groups with the same title are listed as one
public record CommandGroup<T>(String title, List<Command<T>> commands) {

  public CommandGroup {
    commands = List.copyOf(commands);
  }
}
