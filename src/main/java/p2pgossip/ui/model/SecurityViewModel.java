package p2pgossip.ui.model;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.net.TransportSecurity;
import p2pgossip.net.password.Password;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.RunningPeer;

/// Who is let in by the peer of a window, and by what the peers know one another, without a control in
/// it. FX thread only, where nothing else is said.
public final class SecurityViewModel {

  private final @Nullable TransportSecurity transport;
  private final ReadOnlyBooleanWrapper guarded = new ReadOnlyBooleanWrapper(this, "guarded");
  private final ReadOnlyBooleanWrapper exposed = new ReadOnlyBooleanWrapper(this, "exposed");
  private final ReadOnlyStringWrapper passwordError =
      new ReadOnlyStringWrapper(this, "passwordError", "");

  /// Why those who stand refused are: no more of them than are known.
  private final Map<PeerAddress, Failure> refusals = new HashMap<>();

  private @Nullable Password password;
  private @Nullable RunningPeer peer;

  /// @param transport by which all peers of the process speak; null for plain HTTP
  SecurityViewModel(@Nullable TransportSecurity transport) {
    this.transport = transport;
  }

  /// Whether only those who know a password are let in, or will be once the peer is started.
  public ReadOnlyBooleanProperty guardedProperty() {
    return guarded.getReadOnlyProperty();
  }

  /// Whether anybody on the network can connect: the peer is reached from other machines, and there is
  /// no password.
  public ReadOnlyBooleanProperty exposedProperty() {
    return exposed.getReadOnlyProperty();
  }

  /// Why the password that was given last was not taken, as a sentence; empty when it was.
  public ReadOnlyStringProperty passwordErrorProperty() {
    return passwordError.getReadOnlyProperty();
  }

  /// Whether the peers speak over encrypted connections.
  public boolean isEncrypted() {
    return transport != null;
  }

  /// By what others know this peer; empty over plain connections.
  public Optional<Fingerprint> ownFingerprint() {
    return Optional.ofNullable(transport).map(TransportSecurity::fingerprint);
  }

  /// What is wrong with the time of this peer's own certificate, as a sentence; empty where nothing is.
  public Optional<String> certificateTrouble() {
    return Optional.ofNullable(transport).flatMap(TransportSecurity::ownTrouble);
  }

  /// With what the next start lets in; null for everybody.
  public @Nullable Password password() {
    return password;
  }

  /// Gives the password that was typed, which acts at once.
  ///
  /// @param typed empty to let in everybody
  public void give(CharSequence typed) {
    try {
      use(typed.isEmpty() ? null : Password.of(typed));
    } catch (IllegalArgumentException e) {
      refuse(e);
    }
  }

  /// Uses a password from now on.
  ///
  /// @param given null to let in everybody
  public void use(@Nullable Password given) {
    try {
      if (peer != null) {
        peer.givePassword(given);
      }
      password = given;
      passwordError.set("");
    } catch (IllegalStateException e) {
      refuse(e);
    }
    show();
  }

  private void refuse(RuntimeException why) {
    String words = String.valueOf(why.getMessage());
    passwordError.set(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
  }

  /// The words beside the password are of no matter any longer, because it is being typed anew.
  public void dismissError() {
    passwordError.set("");
  }

  /// Whether a password would be shown to whoever listens on the way. Any thread.
  ///
  /// @param alias under which the peer is to be reached; null for this machine only
  boolean wouldShowPassword(@Nullable HostAlias alias) {
    return transport == null
        && alias != null
        && !alias.addresses().stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /// @param own whether it is this window's, and not only looked at
  void began(RunningPeer begun, boolean own) {
    peer = begun;
    // What could not be used where the peer was to run, may be here.
    passwordError.set("");
    // It may have been given between the click and now.
    if (own && !Objects.equals(begun.credentials().password(), password)) {
      use(password);
    }
    show();
  }

  void ended() {
    peer = null;
    refusals.clear();
    show();
  }

  void follow(GossipEvent event) {
    if (event instanceof GossipEvent.PeerRefused it && peer != null) {
      refusals.put(it.peer(), it.failure());
      RunningPeer current = peer;
      refusals.keySet().removeIf(other -> current.knownPeers().get(other) == null);
    }
  }

  private void show() {
    guarded.set(peer == null ? password != null : peer.hasPassword());
    exposed.set(peer != null && !peer.hasPassword() && !peer.address().ip().isLoopbackAddress());
  }

  /// What can be done about a peer that is refused, or refuses this one.
  public Remedy remedy(PeerAddress refused) {
    Neighbor neighbor = peer == null ? null : peer.knownPeers().get(refused);
    if (neighbor == null || neighbor.standing() != Standing.REFUSED) {
      return Remedy.NONE;
    }
    Failure failure = refusals.get(refused);
    if (failure == null) {
      return Remedy.TRY_AGAIN;
    }
    return switch (failure.kind()) {
      case UNAUTHORIZED -> Remedy.GIVE_PASSWORD;
      case UNTRUSTED -> isRemembered(refused) ? Remedy.TRUST_ANEW : Remedy.TRY_AGAIN;
      case UNREACHABLE, TIMED_OUT, NOT_A_PEER, REFUSED -> Remedy.TRY_AGAIN;
    };
  }

  private boolean isRemembered(PeerAddress other) {
    return transport != null
        && transport
            .trustedPeers()
            .filter(
                trusted -> trusted.list().stream().anyMatch(each -> each.address().equals(other)))
            .isPresent();
  }

  /// Forgets by which key a peer was known, and asks it again: the key that it shows then is trusted.
  public void trustAnew(PeerAddress changed) {
    if (transport != null) {
      transport.trustedPeers().ifPresent(trusted -> trusted.forget(changed));
    }
    if (peer != null) {
      peer.retryRefused();
    }
  }
}
