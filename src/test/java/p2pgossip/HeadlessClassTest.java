package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.classroom.ClassPart;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.testing.Recorder;

/// How a peer without a window takes part in a class.
class HeadlessClassTest {

  private static final String LINK =
      "p2pgossip://127.0.0.1:8080/?class=Year%209&fingerprint=SHA256:47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU&password=needed";
  private static final PeerConfig ASKED =
      new PeerConfig(8081, null, PeerSettings.DEFAULT, List.of());

  @AutoClose private final PeerRuntime runtime = new PeerRuntime(_ -> "gossip", 1);
  private final Recorder<String> told = new Recorder<>();

  private HeadlessClass joining(String text) {
    return new HeadlessClass(new ClassPart.Student(ClassWish.parse(text)), runtime, told::accept);
  }

  @Test
  void aStudentIsReachedWhereTheTeacherSeesItAndConnectsToTheTeacher() throws Exception {
    PeerConfig config = joining("127.0.0.1:8080 WERC-8GMR-ZGE1").of(ASKED);
    assertThat(config.hostAlias()).isEqualTo(HostAlias.of(InetAddress.ofLiteral("127.0.0.1")));
    assertThat(config.targets()).hasToString("[127.0.0.1:8080]");
    assertThat(config.joined()).isEqualTo(ClassTarget.parse("127.0.0.1:8080 WERC-8GMR-ZGE1"));
  }

  @Test
  void anAddressThatIsGivenStays() throws Exception {
    HostAlias own = HostAlias.of(InetAddress.ofLiteral("127.0.0.9"));
    assertThat(joining("127.0.0.1:8080 WERC-8GMR-ZGE1").of(ASKED.withHostAlias(own)).hostAlias())
        .isEqualTo(own);
  }

  @Test
  void aClassWithAPasswordIsJoinedOnlyWithOne() throws Exception {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> joining(LINK).of(ASKED))
        .withMessageContaining("has a password")
        .withMessageContaining("--password-file");
    Password password = Password.of("four unrelated words");
    assertThat(joining(LINK).of(ASKED.withPassword(password)).password()).isEqualTo(password);
  }
}
