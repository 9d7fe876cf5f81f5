package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The version that the program gives. That it is the one in the pom, only a built program shows.
class ThisProgramTest {

  @Test
  void givesTheVersionThatMavenHasPutIn() {
    assertThat(ThisProgram.withVersion("1.2.3\n")).isEqualTo("p2pgossip 1.2.3");
  }

  @Test
  void saysSoWhenMavenHasPutNoneIn() {
    assertThat(ThisProgram.withVersion("${project.version}\n"))
        .isEqualTo("p2pgossip (not built by Maven)");
  }

  @Test
  void readsTheVersionFromItsResources() {
    assertThat(ThisProgram.nameAndVersion()).startsWith("p2pgossip ").doesNotContain("$");
  }
}
