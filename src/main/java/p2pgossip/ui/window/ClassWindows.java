package p2pgossip.ui.window;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassPart;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.ShownText;
import p2pgossip.journal.LineKind;
import p2pgossip.multicast.LocalNetworks;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.net.password.Password;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.ui.classroom.ClassDialogs;
import p2pgossip.ui.classroom.JoinRequest;
import p2pgossip.ui.classroom.StartRequest;

/// Starts and joins classes, each in a window of its own, whose peer speaks over TLS. FX thread
/// only.
final class ClassWindows {

  private final NearbyClasses nearby;
  private final SecureRuntime secure;
  private final Opener opener;
  private final Executor background;
  private final Executor fxThread;
  private final ClassDialogs dialogs;
  private final Map<PeerWindow, HostedClass> hosted = new HashMap<>();

  /// Opens windows.
  interface Opener {

    /// Opens a window in place of another one if nothing has begun in that, else beside it.
    ///
    /// @param runtime of its peer
    PeerWindow open(
        PeerRuntime runtime, PeerSettings settings, @Nullable Password password, PeerWindow near);
  }

  ClassWindows(
      NearbyClasses nearby,
      SecureRuntime secure,
      Opener opener,
      Executor background,
      Executor fxThread) {
    this.nearby = nearby;
    this.secure = secure;
    this.opener = opener;
    this.background = background;
    this.fxThread = fxThread;
    dialogs = new ClassDialogs(nearby, background, fxThread);
  }

  /// Asks which class to start, or shows the board of the one that a window has.
  void startClass(PeerWindow asking) {
    HostedClass own = hosted.get(asking);
    if (own != null) {
      own.showBoard();
    } else {
      dialogs.askToStart(asking.stage(), request -> start(asking, request));
    }
  }

  /// Asks which class to join.
  void joinClass(PeerWindow asking) {
    dialogs.askToJoin(asking.stage(), request -> join(asking, request));
  }

  void start(PeerWindow asking, StartRequest request) {
    inClass(
        asking,
        secured -> {
          PeerWindow window =
              opener.open(
                  secured,
                  // With one password for all, any student could change the teacher.
                  asking.model().settingsProperty().get().withTunable(false),
                  request.password(),
                  asking);
          host(window, request.name());
          begin(window, PeerAddress.text(request.address()));
        });
  }

  /// Announces the class of a window whenever its peer runs.
  private void host(PeerWindow window, ClassName name) {
    hosted.put(
        window,
        new HostedClass(
            name,
            window.model(),
            nearby,
            () -> WindowRequests.tuneAll(window),
            background,
            fxThread));
  }

  void join(PeerWindow asking, JoinRequest request) {
    background.execute(
        () -> {
          try {
            PeerRuntime secured = secure.get();
            InetAddress here = LocalNetworks.towards(request.target().address().ip());
            fxThread.execute(() -> join(asking, request, secured, here));
          } catch (IOException e) {
            tell(asking, e);
          }
        });
  }

  private void join(PeerWindow asking, JoinRequest request, PeerRuntime secured, InetAddress here) {
    // In a class, all get to know each other.
    PeerSettings settings =
        asking.model().settingsProperty().get().withUpdate(true).withTunable(request.tunable());
    PeerWindow window = opener.open(secured, settings, request.password(), asking);
    window.model().nameProperty().set(request.name());
    window.model().security().join(request.target());
    window
        .model()
        .journal()
        .tell(
            LineKind.NOTE,
            null,
            "Joining the class “%s”.".formatted(ShownText.of(request.target().name())));
    begin(window, PeerAddress.text(here));
  }

  private static void begin(PeerWindow window, String address) {
    window.form().hostAliasProperty().set(address);
    window.startOrStop();
  }

  private void inClass(PeerWindow asking, Consumer<PeerRuntime> then) {
    background.execute(
        () -> {
          try {
            PeerRuntime secured = secure.get();
            fxThread.execute(() -> then.accept(secured));
          } catch (IOException e) {
            tell(asking, e);
          }
        });
  }

  private void tell(PeerWindow asking, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    fxThread.execute(
        () ->
            asking
                .model()
                .journal()
                .tell(LineKind.ERROR, null, "That did not work: " + words + "."));
  }

  /// Starts or joins the class that was asked for at launch, with the peer of a window, which
  /// speaks over TLS.
  void begin(PeerWindow window, ClassPart part) {
    switch (part) {
      case ClassPart.Teacher(ClassName name) -> {
        host(window, name);
        background.execute(() -> beginAtOwnAddress(window));
      }
      case ClassPart.Student(ClassWish wish) ->
          background.execute(() -> beginOnceFound(window, wish));
    }
  }

  private void beginAtOwnAddress(PeerWindow window) {
    List<InetAddress> addresses = nearby.addresses();
    fxThread.execute(
        () -> {
          String given = window.form().hostAliasProperty().get();
          if (!given.isBlank()) {
            window.startOrStop();
          } else if (addresses.isEmpty()) {
            window
                .model()
                .journal()
                .tell(
                    LineKind.ERROR,
                    null,
                    "This machine is in no network: connect it, and press Start.");
          } else {
            begin(window, PeerAddress.text(addresses.getFirst()));
          }
        });
  }

  private void beginOnceFound(PeerWindow window, ClassWish wish) {
    try {
      if (wish instanceof ClassWish.Named(ClassName name)) {
        fxThread.execute(
            () ->
                window
                    .model()
                    .journal()
                    .tell(
                        LineKind.NOTE,
                        null,
                        "Looking for the class “%s” on this network."
                            .formatted(ShownText.of(name.text()))));
      }
      ClassTarget target = nearby.find(wish);
      String here = PeerAddress.text(LocalNetworks.towards(target.address().ip()));
      fxThread.execute(
          () -> {
            String given = window.form().hostAliasProperty().get();
            window.model().security().join(target);
            begin(window, given.isBlank() ? here : given);
          });
    } catch (IOException e) {
      tell(window, e);
    } catch (InterruptedException e) {
      // The program ends.
      Thread.currentThread().interrupt();
    }
  }

  /// Refreshes what changes with time.
  void refresh() {
    hosted.values().forEach(HostedClass::refresh);
  }

  /// The class of a window ends with it.
  void closed(PeerWindow window) {
    HostedClass own = hosted.remove(window);
    if (own != null) {
      own.close();
    }
  }
}
