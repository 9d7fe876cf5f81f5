package p2pgossip.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.ui.dialog.Question;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// The questions that a window asks before a swarm, an opened recording or the window itself is
/// closed. They say what ends and what stays.
final class Partings {

  private final PeerViewModel model;
  private final SwarmViewModel swarm;

  Partings(PeerViewModel model, SwarmViewModel swarm) {
    this.model = model;
    this.swarm = swarm;
  }

  /// Whether a recording from a file is shown.
  boolean hasRecording() {
    return model.network().view().opened() != null;
  }

  /// Whether there is a swarm that would be lost.
  boolean hasSwarm() {
    SwarmState state = swarm.stateProperty().get();
    return state != null && (state.running() > 0 || state.starting() || swarm.isPlaying());
  }

  /// How many rumours would be lost with the window. None of a recording, which has its file, or of
  /// a peer that belongs to the swarm of another window.
  ///
  /// @param saved whether a rumour is in a recording that was saved
  int unsaved(Predicate<RumorId> saved) {
    boolean guest = model.home().filter(home -> home != swarm).isPresent();
    return hasRecording() || guest
        ? 0
        : (int)
            model.network().view().rumors().stream()
                .filter(rumor -> !saved.test(rumor.key()))
                .count();
  }

  /// Whether nothing has begun in the window.
  boolean isUntouched() {
    return model.stateProperty().get() == PeerState.STOPPED
        && !hasSwarm()
        && !hasRecording()
        && unsaved(_ -> false) == 0;
  }

  /// Asked before the swarm ends.
  ///
  /// @param then ends it
  Question endSwarm(Runnable then) {
    return new Question(
        "end the swarm",
        "End the swarm?",
        whatEndsAndStays(),
        List.of(new Question.Answer("end-swarm", "End the swarm", then)));
  }

  /// Asked before another swarm takes its place.
  ///
  /// @param then starts that one
  Question replaceSwarm(Runnable then) {
    return new Question(
        "end the swarm",
        "End the swarm that runs here, and start another?",
        whatEndsAndStays(),
        List.of(new Question.Answer("end-swarm", "End it and start", then)));
  }

  /// Asked before a window is closed in which a swarm runs, or which has seen rumours that are in
  /// no recording.
  ///
  /// @param unsaved how many such rumours there are
  /// @param save asks for a file and saves the recording there
  /// @param close closes the window
  Question closeWindow(int unsaved, Runnable save, Runnable close) {
    List<String> lines = new ArrayList<>(hasSwarm() ? whatEnds() : List.of());
    if (unsaved > 0) {
      lines.add(
          "How %s spread is in no recording that was saved from here, and is lost with the window."
              .formatted(unsaved == 1 ? "1 rumour" : unsaved + " rumours"));
    }
    List<Question.Answer> answers = new ArrayList<>();
    answers.add(new Question.Answer("close-window", "Close the window", close));
    if (unsaved > 0) {
      answers.add(new Question.Answer("save-first", "Save the recording …", save));
    }
    return new Question("close the window", "Close this window?", lines, answers);
  }

  /// Asked before something is done in a window that shows a recording.
  ///
  /// @param elsewhere does it in a new window
  /// @param here does it in this window
  Question leaveRecording(Runnable elsewhere, Runnable here) {
    return new Question(
        "leave the recording",
        "Leave this recording?",
        List.of(
            "This window shows a recording. Whatever runs in it is shown in place of that.",
            "Here, the recording is left: its file stays as it is, and can be opened again. What is"
                + " compared with it is no longer shown."),
        List.of(
            new Question.Answer("in-new-window", "In a new window", elsewhere),
            new Question.Answer("leave-recording", "Here", here)));
  }

  private List<String> whatEndsAndStays() {
    List<String> lines = new ArrayList<>(whatEnds());
    lines.add(
        "What was seen stays in this window: it can be replayed and saved (Keep) until the window"
            + " is closed.");
    return lines;
  }

  private List<String> whatEnds() {
    SwarmState state = swarm.stateProperty().get();
    List<String> lines = new ArrayList<>();
    if (state == null) {
      return lines;
    }
    int running = state.running();
    lines.add(state.starting() ? "Its peers, which are still being started, end." : peers(running));
    swarm
        .playing()
        .ifPresent(scenario -> lines.add("The scenario “" + scenario + "” is broken off."));
    if (!model.network().view().faults().isEmpty()) {
      lines.add("What is made to go wrong for them ends, too.");
    }
    return lines;
  }

  private String peers(int running) {
    PeerAddress own = model.addressProperty().get();
    String all = running == 1 ? "1 peer ends" : running + " peers end";
    if (own == null) {
      return all + ".";
    }
    return swarm.addresses().contains(own)
        ? all + ", the one of this window (" + own + ") among them."
        : all + ". The peer of this window (" + own + ") goes on by itself.";
  }
}
