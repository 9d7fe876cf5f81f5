package p2pgossip.bench;

import java.util.concurrent.Executors;
import p2pgossip.net.HttpPeerClient;
import p2pgossip.net.PeerClient;

/// What can stand behind [PeerClient].
enum SendingCandidate {
  JDK {
    @Override
    PeerClient open() {
      return new JdkPeerClient(null);
    }
  },
  JDK_VIRTUAL_THREADS {
    @Override
    PeerClient open() {
      return new JdkPeerClient(Executors.newVirtualThreadPerTaskExecutor());
    }
  },
  UNDERTOW {
    @Override
    PeerClient open() {
      return new UndertowPeerClient();
    }
  },
  OURS {
    @Override
    PeerClient open() {
      return new HttpPeerClient();
    }
  };

  abstract PeerClient open();
}
