package dev.indicia.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of an item.
 *
 * @param pointer where it stands; for a field of the unknown item, the pointer of the group
 * @param value what is stated; null where nothing is
 * @param cause why nothing is stated: {@code absent}, or for the unknown item the cause of the
 *     group
 */
record Field(String pointer, @Nullable JsonNode value, String cause) {

  /** Whether a recorded item leaves the field out: the unknown item leaves nothing out. */
  boolean isLeftOut() {
    return value == null && cause.equals("absent");
  }

  /** Open because nothing is stated. */
  Truth open() {
    return Truth.open(pointer, cause);
  }

  /**
   * The field's value is one of these. Open where nothing is stated and for {@code unknown}; read
   * for fields with fixed values and for countries.
   */
  Truth is(String... wanted) {
    if (value == null) {
      return open();
    }
    String text = value.stringValue();
    return text.equals("unknown")
        ? Truth.open(pointer, "unknown")
        : Truth.of(List.of(wanted).contains(text));
  }
}
