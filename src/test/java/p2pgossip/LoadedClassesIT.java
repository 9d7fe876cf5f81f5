package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which classes the packaged program loads: the time of a start is mostly theirs.
class LoadedClassesIT {

  @TempDir private Path folder;

  @Test
  void aPeerWithoutAWindowLoadsNoJavaFxAndNothingElseThatItDoesNotNeed() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startWith(
            folder,
            List.of("-Xlog:class+load=info:file=" + classes),
            "--headless",
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(Files.readString(classes))
          .contains("p2pgossip.gossip.GossipEngine")
          .doesNotContain(
              "javafx.", "com.sun.glass", "atlantafx", "org.bouncycastle", "sun.security.ssl")
          // Nor what nobody has asked for: the first brings the whole flight recorder with it.
          .doesNotContain("p2pgossip.profile.EngineStepEvent", "io.prometheus");
    }
  }

  @Test
  void onlyWhoMakesACertificateLoadsWhatMakesIt() throws Exception {
    for (String run : List.of("made", "kept")) {
      Path classes = folder.resolve(run + ".log");
      try (Program program =
          Program.startWith(
              folder,
              List.of("-Xlog:class+load=info:file=" + classes),
              "--headless",
              "-p0",
              "--tls",
              "--run-for",
              "0.5")) {
        assertThat(program.exitStatus()).isZero();
        assertThat(Files.readString(classes).contains("org.bouncycastle"))
            .isEqualTo(run.equals("made"));
      }
    }
  }

  @Test
  void aRehearsalLoadsWhatARealScreenNeedsWithoutOne() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startMain(
            "p2pgossip.Rehearsal",
            folder,
            List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Xlog:class+load=info:file=" + classes),
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err()).isEmpty();
      boolean onMac = System.getProperty("os.name").startsWith("Mac");
      assertThat(Files.readString(classes))
          .contains(onMac ? "com.sun.glass.ui.mac.MacWindow" : "com.sun.glass.ui.gtk.GtkWindow")
          .contains("p2pgossip.ui.window.PeerWindow");
    }
  }
}
