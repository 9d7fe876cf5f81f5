package p2pgossip.ui.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.profile.JvmReading;
import p2pgossip.ui.model.Sample;

/// Makes what the page shows out of samples, one a second. It holds no controls. FX thread only.
public final class ProfileModel {

  private record Collected(Instant at, Duration collecting) {}

  private final ReadOnlyObjectWrapper<ProfileView> view =
      new ReadOnlyObjectWrapper<>(ProfileView.NOTHING);
  private final History own = new History();
  private final History all = new History();
  private final Deque<Collected> collections = new ArrayDeque<>();
  private Scope scope = Scope.ALL;
  private @Nullable Sample latest;

  ReadOnlyObjectProperty<ProfileView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Shows the work of this peer, or of all.
  void show(Scope wanted) {
    scope = wanted;
    refresh();
  }

  public void add(Sample sample) {
    latest = sample;
    own.add(sample.at(), sample.own());
    all.add(sample.at(), sample.all());
    collections.addLast(new Collected(sample.at(), sample.jvm().collecting()));
    Instant oldest = sample.at().minus(History.WINDOW);
    while (collections.getFirst().at().isBefore(oldest)) {
      collections.removeFirst();
    }
    refresh();
  }

  private void refresh() {
    Sample sample = latest;
    if (sample == null) {
      view.set(new ProfileView(scope, 0, false, null, List.of(), null, Duration.ZERO));
      return;
    }
    JvmReading jvm = sample.jvm();
    view.set(
        new ProfileView(
            scope,
            sample.peers(),
            sample.simulated(),
            switch (scope) {
              case OWN -> sample.own();
              case ALL -> sample.peers() == 0 ? null : sample.all();
            },
            (scope == Scope.OWN ? own : all).points(),
            jvm,
            jvm.collecting().minus(collections.getFirst().collecting())));
  }
}
