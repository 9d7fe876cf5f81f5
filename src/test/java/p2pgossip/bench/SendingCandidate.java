package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.net.ClientLimits;
import p2pgossip.net.HttpPeerClient;
import p2pgossip.net.PeerClient;
import p2pgossip.net.TransportSecurity;

/// The candidates behind [PeerClient].
enum SendingCandidate {
  JDK("the JDK's client") {
    @Override
    PeerClient open() {
      return new JdkPeerClient(null);
    }
  },
  JDK_VIRTUAL_THREADS("the JDK's client on virtual threads") {
    @Override
    PeerClient open() {
      return new JdkPeerClient(Executors.newVirtualThreadPerTaskExecutor());
    }
  },
  UNDERTOW("Undertow's client") {
    @Override
    PeerClient open() {
      return new UndertowPeerClient();
    }
  },
  OURS("ours, on httpcore5") {
    @Override
    PeerClient open() {
      return new HttpPeerClient();
    }
  },
  OURS_OVER_TLS("ours, over TLS") {
    private @Nullable TransportSecurity security;

    @Override
    @Nullable TransportSecurity security() throws IOException {
      if (security == null) {
        Path folder = Files.createTempDirectory("p2pgossip-bench");
        InstantSource clock = InstantSource.system();
        security =
            new TransportSecurity(
                new CertificateStore(folder, clock).own(List.of()),
                TrustedPeers.open(folder, clock),
                clock);
      }
      return security;
    }

    @Override
    PeerClient open() throws IOException {
      return new HttpPeerClient(ClientLimits.DEFAULT, security());
    }
  };

  private final String words;

  SendingCandidate(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract PeerClient open() throws IOException;

  /// The security with which it is served; null for plain HTTP.
  @Nullable TransportSecurity security() throws IOException {
    return null;
  }
}
