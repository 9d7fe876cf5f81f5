package p2pgossip.ui.command;

import java.util.List;

/// What the keys do to a window as a whole.
public final class WindowCommands {

  public static final Command<WindowActions> START_OR_STOP =
      new Command<>("F5", "Start or stop this peer", WindowActions::startOrStop);

  public static final Command<WindowActions> TYPE_TARGETS =
      new Command<>("Shortcut+L", "Type an address to connect to", WindowActions::typeTargets);

  public static final Command<WindowActions> TYPE_PASSWORD =
      new Command<>("Shortcut+Shift+E", "Type the password", WindowActions::typePassword);

  public static final Command<WindowActions> START_SWARM =
      new Command<>("Shortcut+Shift+S", "Start a swarm …", WindowActions::askForSwarm);

  public static final Command<WindowActions> TUNE_ALL =
      new Command<>(
          "Shortcut+Shift+T", "Change the settings of all peers …", WindowActions::tuneAll);

  public static final Command<WindowActions> NEW_WINDOW =
      new Command<>("Shortcut+N", "New window on its own", actions -> actions.newWindow(false));

  public static final Command<WindowActions> NEW_CONNECTED_WINDOW =
      new Command<>(
          "Shortcut+Shift+N",
          "New window, connected to this one",
          actions -> actions.newWindow(true));

  public static final Command<WindowActions> TOGGLE_FORM =
      new Command<>("Shortcut+B", "Hide the form, or show it", WindowActions::toggleForm);

  public static final Command<WindowActions> FIRST_PAGE =
      new Command<>("Shortcut+Home", "First page, or back", WindowActions::toggleFirstPage);

  public static final Command<WindowActions> SWITCH_THEME =
      new Command<>("Shortcut+T", "Light or dark", WindowActions::switchTheme);

  public static final Command<WindowActions> OPEN_LABORATORY =
      new Command<>("Shortcut+Shift+B", "Open the laboratory", WindowActions::openLaboratory);

  public static final Command<WindowActions> LESSONS =
      new Command<>("F2", "Open the lessons, or close them", WindowActions::toggleLessons);

  public static final Command<WindowActions> START_CLASS =
      new Command<>("F3", "Start a class, or show its board", WindowActions::startClass);

  public static final Command<WindowActions> JOIN_CLASS =
      new Command<>("F4", "Join a class", WindowActions::joinClass);

  public static final Command<WindowActions> PRESENT =
      new Command<>("F11", "Present to a class, or leave", WindowActions::togglePresentation);

  public static final Command<WindowActions> SHOW_HELP =
      new Command<>("F1", "Keys and first steps", WindowActions::showHelp);

  public static final Command<WindowActions> CLOSE =
      new Command<>("Shortcut+W", "Close this window and end its peer", WindowActions::closeWindow);

  public static final CommandGroup<WindowActions> PEER =
      new CommandGroup<>("This peer", List.of(START_OR_STOP, TYPE_TARGETS, TYPE_PASSWORD));

  public static final CommandGroup<WindowActions> SWARM =
      new CommandGroup<>("Swarm", List.of(START_SWARM, TUNE_ALL));

  public static final CommandGroup<WindowActions> WINDOW =
      new CommandGroup<>(
          "Window",
          List.of(
              NEW_WINDOW,
              NEW_CONNECTED_WINDOW,
              LESSONS,
              START_CLASS,
              JOIN_CLASS,
              PRESENT,
              OPEN_LABORATORY,
              FIRST_PAGE,
              TOGGLE_FORM,
              SWITCH_THEME,
              CLOSE,
              SHOW_HELP));

  private WindowCommands() {}
}
