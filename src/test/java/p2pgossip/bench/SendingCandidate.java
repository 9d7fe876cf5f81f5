package p2pgossip.bench;

import java.util.concurrent.Executors;
import p2pgossip.net.HttpPeerClient;
import p2pgossip.net.PeerClient;

/// What can stand behind [PeerClient].
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
  };

  private final String words;

  SendingCandidate(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract PeerClient open();
}
