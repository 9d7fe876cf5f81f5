package p2pgossip.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Two parties with certificates, one of which calls the other over real TLS.
abstract class SecureTrial {

  static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir Path folder;
  SecureParty served;
  SecureParty calling;
  HttpPeerClient client;

  @BeforeEach
  void begin() throws IOException {
    served = SecureParty.in(folder);
    calling = SecureParty.in(folder);
    client = calling.client();
  }

  @AfterEach
  void end() {
    client.close();
    calling.close();
    served.close();
  }
}
