package dev.indicia.oracle;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of a fact group; or the unknown item, which stands for what an absent group, or an
 * incomplete one beyond its items, may hold. Of the unknown item nothing is known: every field is
 * open, at the pointer of the group.
 *
 * @param pointer of the item; for the unknown item, of the group
 * @param recorded what is recorded; null for the unknown item
 * @param cause {@code absent}, the cause of a field that a recorded item leaves out; for the
 *     unknown item {@code group-absent} or {@code incomplete}
 */
record Item(String pointer, @Nullable JsonNode recorded, String cause) {

  static Item recorded(String pointer, JsonNode fields) {
    return new Item(pointer, fields, "absent");
  }

  static Item unknown(String groupPointer, String cause) {
    return new Item(groupPointer, null, cause);
  }

  boolean isRecorded() {
    return recorded != null;
  }

  /** A field of the item, or of an object in it, such as {@code types} of {@code sentence}. */
  Field field(String name) {
    if (recorded == null) {
      return new Field(pointer, null, cause);
    }
    JsonNode value = recorded.get(name);
    return new Field(pointer + "/" + name, value == null || value.isNull() ? null : value, cause);
  }
}
