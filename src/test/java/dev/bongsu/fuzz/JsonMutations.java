package dev.bongsu.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON that is still JSON, with values of other kinds than a platform documents: the same seed
/// makes the same ones in the same order.
final class JsonMutations {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_STEPS = 4;

  /// Values that stand where others are expected.
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "0.5",
          "99999999999999999999",
          "-9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"7\"",
          "\"private\"",
          "\"xx-\"",
          "[]",
          "{}",
          "[null]",
          "[[[[[]]]]]",
          "{\"\":{}}",
          "{\"id\":\"x\"}",
          "[{\"type\":null}]");

  private final Random random;

  JsonMutations(long seed) {
    this.random = new Random(seed);
  }

  /// One of these, with up to four of its values changed, doubled or left out.
  String of(List<String> good) {
    JsonNode tree = JSON.readTree(good.get(random.nextInt(good.size())));
    for (int step = 1 + random.nextInt(MAX_STEPS); step > 0; step--) {
      List<JsonNode> places = new ArrayList<>();
      collect(tree, places);
      if (!places.isEmpty()) {
        change(places.get(random.nextInt(places.size())), tree);
      }
    }
    return tree.toString();
  }

  private void change(JsonNode place, JsonNode tree) {
    JsonNode value =
        random.nextInt(6) == 0
            ? tree.deepCopy()
            : JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    boolean out = random.nextInt(4) == 0;
    if (place instanceof ObjectNode object) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      if (out) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (place instanceof ArrayNode array) {
      int index = random.nextInt(array.size());
      if (out) {
        array.remove(index);
      } else {
        array.set(index, value);
      }
    }
  }

  /// All objects and arrays that hold something.
  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainer() && !node.isEmpty()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }
}
