package dev.indicia.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of a profile that no generator would make by itself: fields taken out, given to another
 * item or filled with any text, items copied and put elsewhere. What comes out may be no profile
 * any more; if it is one, the rules and the oracle must still agree.
 */
final class ProfileChanges {
  /** Texts that are looked up in the vocabulary, or not looked at. */
  private static final List<String> FREE =
      List.of("organisation", "place", "court", "type", "position", "note", "locator");

  private final RandomGenerator numbers;
  private final ObjectNode profile;

  private ProfileChanges(RandomGenerator numbers, ObjectNode profile) {
    this.numbers = numbers;
    this.profile = profile;
  }

  /** Makes up to three changes, more often none. Returns whether there were any. */
  static boolean make(RandomGenerator numbers, ObjectNode profile) {
    int changes = Math.max(0, numbers.nextInt(16) - 12);
    for (int i = 0; i < changes; i++) {
      new ProfileChanges(numbers, profile).change();
    }
    return changes > 0;
  }

  private void change() {
    List<ArrayNode> groups =
        profile
            .valueStream()
            .filter(value -> value instanceof ArrayNode && !value.isEmpty())
            .map(ArrayNode.class::cast)
            .toList();
    if (groups.isEmpty()) {
      return;
    }
    ArrayNode group = groups.get(numbers.nextInt(groups.size()));
    int index = numbers.nextInt(group.size());
    if (!(group.get(index) instanceof ObjectNode item)) {
      return;
    }
    switch (numbers.nextInt(5)) {
      case 0 -> item.remove(field(item));
      case 1 -> item.putNull(field(item));
      case 2 -> group.insert(numbers.nextInt(group.size() + 1), item.deepCopy());
      case 3 -> {
        JsonNode other = group.get(numbers.nextInt(group.size()));
        String field = field(other);
        item.set(field, other.path(field).deepCopy());
      }
      default -> item.put(FREE.get(numbers.nextInt(FREE.size())), text());
    }
  }

  private String field(JsonNode item) {
    List<String> names = List.copyOf(item.propertyNames());
    return names.isEmpty() ? "note" : names.get(numbers.nextInt(names.size()));
  }

  /** Any text of some characters, among them such as only Unicode has. */
  private String text() {
    StringBuilder text = new StringBuilder();
    int length = numbers.nextInt(24);
    while (text.length() < length) {
      int point =
          switch (numbers.nextInt(4)) {
            case 0 -> numbers.nextInt(0x20, 0x7F);
            case 1 -> numbers.nextInt(0x600, 0x700);
            case 2 -> numbers.nextInt(0x80, 0xD800);
            default -> numbers.nextInt(0xE000, 0x11_0000);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
