package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.network.Run;
import p2pgossip.swarm.SwarmPlan;

/// A network that is read from a file.
class SwarmDialogFileTest extends ShownSwarmDialog {

  @TempDir private Path folder;

  private Path network(String name, int peers) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, IntStream.range(1, peers).mapToObj(peer -> peer - 1 + " " + peer).toList());
    return file;
  }

  /// Presses the button, and does what is then to be done in the background.
  private void openFile(Path file) {
    files.file = file;
    Button button = robot.lookup("#swarm-file").query();
    robot.interact(button::fire);
    read();
  }

  private void read() {
    Runnable waiting = background.take();
    waiting.run();
    robot.interact(() -> {});
  }

  private String shown(String text) {
    return robot.lookup(text).tryQuery().isPresent() ? "shown" : "not shown";
  }

  @Test
  void aNetworkInAFileSaysHowManyPeersThereAre() throws IOException {
    open(true);
    set("#swarm-peers", 9);
    choose("file");
    boolean withoutFile = canBegin();
    int[] empty = drawn();
    openFile(network("line.txt", 7));
    boolean withFile = canBegin();
    String sentence = shown("line.txt: 7 peers, 6 links.");
    boolean asksForPeers = !robot.lookup("#swarm-peers").query().isDisabled();
    int[] line = drawn();
    choose("ring");
    Spinner<Integer> peers = robot.lookup("#swarm-peers").query();
    int before = peers.getValue();
    choose("file");
    openFile(network("line.txt", 8));
    SwarmRequest request = begin();

    assertThat(withoutFile).isFalse();
    assertThat(withFile).isTrue();
    assertThat(sentence).isEqualTo("shown");
    assertThat(asksForPeers).isFalse();
    assertThat(line).isNotEqualTo(empty);
    assertThat(before).isEqualTo(9);
    assertThat(request.peers()).isEqualTo(8);
    assertThat(request.topology().label()).isEqualTo("file:line.txt");
  }

  @Test
  void aFileThatCannotBeReadOrHasTooManyPeersIsSaidBesideTheField() throws IOException {
    open(true);
    choose("file");
    Path damaged = Files.writeString(folder.resolve("a.dot"), "graph {\n a -- }");
    openFile(damaged);
    String damage = error("#swarm-file-error");
    boolean withDamage = canBegin();
    openFile(network("long.txt", 2_001));
    String tooMany = error("#swarm-wiring-error");
    boolean withTooMany = canBegin();
    openFile(network("good.txt", 500));
    boolean withGood = canBegin();

    assertThat(damage).startsWith(damaged + ": line 2 is no DOT");
    assertThat(tooMany).isEqualTo("It has 2001 peers; 2000 are allowed.");
    assertThat(List.of(withDamage, withTooMany)).containsOnly(false);
    assertThat(withGood).isTrue();
  }

  @Test
  void moreThanRunOnRealSocketsAreSimulated() throws IOException {
    open(true);
    choose("file");
    openFile(network("many.txt", SwarmPlan.MOST + 1));
    ToggleSwitch virtual = robot.lookup("#swarm-virtual").query();
    boolean fixed = virtual.isDisabled();
    SwarmRequest request = begin();

    assertThat(fixed).isTrue();
    assertThat(request.peers()).isEqualTo(SwarmPlan.MOST + 1);
    assertThat(request.time()).isEqualTo(Run.Time.VIRTUAL);
  }

  @Test
  void ofTwoFilesTheOneThatWasChosenLastCountsWhicheverIsReadFirst() throws IOException {
    open(true);
    choose("file");
    Button button = robot.lookup("#swarm-file").query();
    files.file = network("first.txt", 5);
    robot.interact(button::fire);
    files.file = network("second.txt", 6);
    robot.interact(button::fire);
    Runnable slow = background.take();
    read();
    slow.run();
    robot.interact(() -> {});
    SwarmRequest request = begin();

    assertThat(request.topology().label()).isEqualTo("file:second.txt");
  }
}
