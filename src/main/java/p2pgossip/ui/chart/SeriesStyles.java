package p2pgossip.ui.chart;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The look of each spread. A spread keeps its look for as long as it is shown, whichever others
/// are added or taken away.
public final class SeriesStyles {

  private Map<String, SeriesLook> looks = Map.of();

  /// @param keys of what is shown from now on; those beyond the number of looks are left out
  /// @return the looks, in the order of the keys
  public Map<String, SeriesLook> assign(List<String> keys) {
    List<String> kept = keys.stream().distinct().limit(SeriesLook.values().length).toList();
    Set<SeriesLook> free = EnumSet.allOf(SeriesLook.class);
    for (String key : kept) {
      free.remove(looks.get(key));
    }
    Map<String, SeriesLook> assigned = new LinkedHashMap<>();
    for (String key : kept) {
      SeriesLook look = looks.get(key);
      if (look == null) {
        look = free.iterator().next();
        free.remove(look);
      }
      assigned.put(key, Objects.requireNonNull(look));
    }
    looks = Map.copyOf(assigned);
    return assigned;
  }
}
