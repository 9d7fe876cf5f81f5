package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void skipsATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Binding.loopback())) {
      assertThat(FreePorts.nextFrom(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void givesAnyPortIfNoneIsLeft() {
    assertThat(FreePorts.nextFrom(65_536)).isZero();
  }

  @Test
  void saysThatAPortIsTakenAndWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Binding.loopback())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> FreePorts.requireFree(port, null))
          .isInstanceOf(BindException.class)
          .hasMessageContainingAll("" + port, "taken", "choose another");
    }
  }

  @Test
  void acceptsPortZero() {
    assertThatNoException().isThrownBy(() -> FreePorts.requireFree(0, null));
  }
}
