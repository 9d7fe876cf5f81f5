package p2pgossip.ui.model;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
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

/// Who is let in by the peer of a window, and how the peers identify each other, without controls.
/// FX thread only, unless it says otherwise.
public final class SecurityViewModel {

  private final @Nullable TransportSecurity transport;
  private final ReadOnlyBooleanWrapper guarded = new ReadOnlyBooleanWrapper(this, "guarded");
  private final ReadOnlyBooleanWrapper exposed = new ReadOnlyBooleanWrapper(this, "exposed");
  private final ReadOnlyStringWrapper passwordError =
      new ReadOnlyStringWrapper(this, "passwordError", "");

  /// The reasons of the peers that are refused, for at most as many as are known.
  private final Map<PeerAddress, Failure> refusals = new HashMap<>();

  private @Nullable Password password;
  private @Nullable ClassTarget joined;
  private @Nullable RunningPeer peer;

  /// @param transport by which all peers of the process speak; null for plain HTTP
  SecurityViewModel(@Nullable TransportSecurity transport) {
    this.transport = transport;
  }

  /// Whether only peers that know a password are let in, or will be once the peer is started.
  public ReadOnlyBooleanProperty guardedProperty() {
    return guarded.getReadOnlyProperty();
  }

  /// Whether anybody on the network can connect: the peer is reached from other machines, and has
  /// no password.
  public ReadOnlyBooleanProperty exposedProperty() {
    return exposed.getReadOnlyProperty();
  }

  /// Why the last password was not accepted, as a sentence; empty if it was.
  public ReadOnlyStringProperty passwordErrorProperty() {
    return passwordError.getReadOnlyProperty();
  }

  /// Whether the peers speak over encrypted connections.
  public boolean isEncrypted() {
    return transport != null;
  }

  /// By which others identify this peer; empty over plain connections.
  public Optional<Fingerprint> ownFingerprint() {
    return Optional.ofNullable(transport).map(TransportSecurity::fingerprint);
  }

  /// What is wrong with the dates of this peer's own certificate, as a sentence; empty if nothing
  /// is.
  public Optional<String> certificateTrouble() {
    return Optional.ofNullable(transport).flatMap(TransportSecurity::ownTrouble);
  }

  /// The password of the next start; null to let in everybody.
  public @Nullable Password password() {
    return password;
  }

  /// The peer joins a class from its next start on.
  public void join(ClassTarget target) {
    joined = target;
  }

  /// The class that the peer joins when it is started; null for none.
  @Nullable ClassTarget joined() {
    return joined;
  }

  /// The peers that this one knows; none while it does not run.
  public Collection<Neighbor> known() {
    return peer == null ? List.of() : peer.knownPeers().all();
  }

  /// Has another peer tell a rumour of its own, if it lets this one change it.
  ///
  /// @param outcome told why it did not, or nothing if it did; on any thread
  public void begin(PeerAddress other, String text, Consumer<Optional<Failure>> outcome) {
    if (peer != null) {
      peer.errands().begin(other, text, outcome);
    }
  }

  /// Uses the password that was typed, at once.
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

  /// The complaint about the password no longer matters, because it is being typed again.
  public void dismissError() {
    passwordError.set("");
  }

  /// Whether a password could be read on the way by others. Any thread.
  ///
  /// @param alias under which the peer is reached; null for this machine only
  boolean wouldShowPassword(@Nullable HostAlias alias) {
    return transport == null
        && alias != null
        && !alias.addresses().stream().allMatch(InetAddress::isLoopbackAddress);
  }

  void began(PeerRun run) {
    RunningPeer begun = run.real().orElse(null);
    peer = begun;
    // What could not be used at the last place of the peer may be usable here.
    passwordError.set("");
    // It may have been given between the click and now.
    if (begun != null && run.isOwn() && !Objects.equals(begun.credentials().password(), password)) {
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

  /// What helps if a peer is refused, or refuses this one.
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
      // In a class, the key is not remembered but given.
      case UNTRUSTED ->
          joined == null && isRemembered(refused) ? Remedy.TRUST_ANEW : Remedy.TRY_AGAIN;
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

  /// Forgets the key of a peer and asks it again. The key that it shows then is trusted.
  public void trustAnew(PeerAddress changed) {
    if (transport != null) {
      transport.trustedPeers().ifPresent(trusted -> trusted.forget(changed));
    }
    if (peer != null) {
      peer.retryRefused();
    }
  }
}
