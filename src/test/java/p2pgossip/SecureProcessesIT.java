package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program over TLS and with a password, as processes that meet.
class SecureProcessesIT {

  @TempDir private Path folder;

  @Test
  void twoProcessesGossipOverTlsAndTellByWhichKeyTheyKnowEachOther() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0", "-P0.2", "--tls")) {
      String address = first.address();
      first.awaitLine("known by SHA256:");
      try (Program second =
          Program.start(folder, "--headless", "-p0", "-c", address, "-P", "0.2", "--tls")) {
        String other = second.address();

        second.awaitLine("First met " + address);
        first.awaitLine("  <-  " + other + "  ");
        second.awaitLine("  <-  " + address + "  ");
      }
      try (Program plain = Program.start(folder, "--headless", "-p0", "-c", address)) {
        plain.awaitLine("it speaks HTTPS only");
        first.awaitLine("it speaks plain HTTP");
      }
      first.terminate();
      assertThat(first.exitStatus()).isEqualTo(143);
      assertThat(first.err()).endsWith("This peer at " + address + " has ended.\n");

      try (Program forgets = Program.start(folder, "--forget", address);
          Program again = Program.start(folder, "--forget", "127.0.0.1:1");
          Program nonsense = Program.start(folder, "--forget", "nonsense")) {
        assertThat(forgets.exitStatus()).isZero();
        assertThat(forgets.out())
            .startsWith("p2pgossip: " + address + " is forgotten")
            .contains("SHA256:");
        assertThat(again.exitStatus()).isZero();
        assertThat(again.out())
            .startsWith("p2pgossip: no key ")
            .endsWith(" 127.0.0.1:1.\n")
            .hasLineCount(1);
        assertThat(nonsense.exitStatus()).isEqualTo(2);
        assertThat(nonsense.err()).startsWith("p2pgossip: --forget: \"nonsense\" has no port");
      }
    }
  }

  @Test
  void processesThatKnowThePasswordGossipOverTlsAndOthersAreRefusedOnBothSides() throws Exception {
    Path password = Files.writeString(folder.resolve("class.txt"), "open sesame\n");
    Path another = Files.writeString(folder.resolve("guess.txt"), "open barley\n");
    String[] flags = {
      "--headless", "-p0", "-P0.2", "--tls", "--password-file", password.toString()
    };
    try (Program first = Program.start(folder, flags)) {
      String address = first.address();
      try (Program second = Program.start(folder, with(flags, "-c", address))) {
        String other = second.address();
        first.awaitLine("  <-  " + other + "  ");
        second.awaitLine("  <-  " + address + "  ");
      }
      try (Program guessing =
          Program.start(
              folder,
              "--headless",
              "-p0",
              "--tls",
              "-c",
              address,
              "--password-file",
              another.toString())) {
        guessing.awaitLine(address + " is sent nothing: its password ");
        first.awaitLine("turned away: its password ");
        assertThat(guessing.err()).doesNotContain("open barley");
      }
      assertThat(first.err()).doesNotContain("open sesame");
      assertThat(first.process().info().commandLine().orElse("")).doesNotContain("open sesame");
    }
  }

  @Test
  void anInvalidOrUnencryptedPasswordIsRefusedInWords() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
    Path good = Files.writeString(folder.resolve("good.txt"), "open sesame\n");
    try (Program none = Program.start(folder, "--headless", "--password-file", empty.toString());
        Program missing =
            Program.start(folder, "--headless", "--password-file", folder + "/missing.txt");
        Program clear =
            Program.start(
                folder,
                "--headless",
                "-p0",
                "-a",
                "192.0.2.1",
                "--password-file",
                good.toString())) {
      assertThat(none.exitStatus()).isEqualTo(2);
      assertThat(none.err())
          .contains("p2pgossip: --password-file: " + empty + ": ", "empty; ")
          .endsWith("; see ./run.sh --help\n");
      assertThat(missing.exitStatus()).isEqualTo(2);
      assertThat(missing.err())
          .startsWith("p2pgossip: --password-file: " + folder + "/missing.txt: ")
          .endsWith("no such file or folder; see ./run.sh --help\n")
          .hasLineCount(1);
      assertThat(clear.exitStatus()).isEqualTo(1);
      assertThat(clear.err())
          .contains("p2pgossip: a password ", "only over encrypted connections", "--tls");
    }
  }

  @Test
  void keyFilesWithoutTlsAreRefusedInWords() throws Exception {
    try (Program alone = Program.start(folder, "--headless", "--keystore", "own.p12");
        Program missing = Program.start(folder, "--headless", "--tls", "--keystore", "own.p12")) {
      assertThat(alone.exitStatus()).isEqualTo(2);
      assertThat(alone.err())
          .startsWith("p2pgossip: --keystore: ")
          .endsWith(" --tls; see ./run.sh --help\n")
          .hasLineCount(1);
      assertThat(missing.exitStatus()).isEqualTo(1);
      assertThat(missing.err())
          .startsWith("p2pgossip: --keystore: own.p12: ")
          .endsWith("no such file or folder\n")
          .hasLineCount(1);
    }
  }

  private static String[] with(String[] flags, String... more) {
    return Stream.of(flags, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
