package p2pgossip.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.model.SampleNetwork;

class RolePaletteTest {

  private static double contrast(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    double[] rgb = Sight.FULL.linear(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyRoleStandsOutFromTheBackground(boolean dark) {
    RolePalette palette = RolePalette.of(dark);

    assertThat(Role.values())
        .allSatisfy(
            role ->
                assertThat(contrast(palette.color(role), palette.background()))
                    .as(role.name())
                    .isGreaterThan(3));
    assertThat(contrast(palette.ink(), palette.background())).isGreaterThan(7);
    assertThat(contrast(palette.mutedInk(), palette.background())).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rolesAreToldApartAlsoWithoutRedOrGreen(boolean dark) {
    RolePalette palette = RolePalette.of(dark);

    for (Sight sight : Sight.values()) {
      for (Role one : Role.values()) {
        for (Role other : Role.values()) {
          if (one.compareTo(other) < 0) {
            assertThat(sight.apart(palette.color(one), palette.color(other)))
                .as("%s and %s, %s", one, other, sight)
                .isGreaterThan(10);
          }
        }
      }
    }
  }

  @Test
  void saysWhatAPeerIsInOneSentence() {
    assertThat(RolePalette.meaning(Role.UNREACHABLE))
        .isEqualTo("Does not answer at present; it is tried again after a while.");
    NetworkNode stranger = new NetworkNode(SampleNetwork.peer(8082), Role.UNREACHABLE);
    assertThat(RolePalette.meaning(new SampleNetwork().node(8080, Role.SELF).picture(), stranger))
        .isEqualTo("Has ended; not a neighbour, so it is not tried.");
    NetworkPicture unsure =
        new SampleNetwork()
            .node(8080, Role.SELF)
            .node(8081, Role.CONNECTED)
            .unsure(8080, 8081)
            .picture();
    assertThat(
            RolePalette.meaning(unsure, new NetworkNode(SampleNetwork.peer(8081), Role.CONNECTED)))
        .isEqualTo("Connected; whether it still knows this peer is unknown: it does not say.");
  }
}
