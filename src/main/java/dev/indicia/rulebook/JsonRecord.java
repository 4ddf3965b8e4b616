package dev.indicia.rulebook;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.NearMiss;
import dev.indicia.profile.Pointers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads an object of a rulebook's JSON file field by field. What is missing, of another type or not
 * asked for is reported, and reading goes on, so that all problems come at once.
 */
final class JsonRecord {
  private final JsonNode node;
  private final Origin origin;

  /** Spelled out when a problem needs it: a fine rulebook has thousands of records. */
  private final Supplier<String> pointer;

  /** The fields that were asked for, where what else there is will be asked. */
  private final Set<String> asked;

  /** Of what is no object one problem is enough. */
  private final boolean isObject;

  private JsonRecord(JsonNode node, Origin origin, Supplier<String> pointer) {
    this.isObject = node.isObject();
    this.node = isObject ? node : JsonNodeFactory.instance.objectNode();
    this.origin = origin;
    this.pointer = pointer;
    this.asked = origin.checked() ? Set.of() : new LinkedHashSet<>();
  }

  /**
   * What the records of a file share.
   *
   * @param checked whether the build has found the file fine, so that no unknown field is looked
   *     for
   * @param days the days read so far, by their text: a file has a few of them hundreds of times
   */
  private record Origin(
      String file, boolean checked, Consumer<Problem> problems, Map<String, LocalDate> days) {}

  /** The object that a file holds; empty, and a problem, if it holds none. */
  static Optional<JsonRecord> of(RulebookFiles files, String file, Consumer<Problem> problems) {
    JsonNode tree = tree(files, file, problems);
    if (tree != null && !tree.isObject()) {
      problems.accept(
          new Problem(file, "malformed", "This is not an object. A JSON object is expected."));
    }
    return tree == null || !tree.isObject()
        ? Optional.empty()
        : Optional.of(new JsonRecord(tree, origin(files, file, problems), () -> ""));
  }

  /** The objects of the array that a file holds; empty, and a problem, if it holds no array. */
  static Optional<List<JsonRecord>> listOf(
      RulebookFiles files, String file, Consumer<Problem> problems) {
    JsonNode tree = tree(files, file, problems);
    if (tree != null && !tree.isArray()) {
      problems.accept(
          new Problem(file, "malformed", "This is not a list. A JSON array is expected."));
    }
    return tree == null || !tree.isArray()
        ? Optional.empty()
        : Optional.of(elements(tree, origin(files, file, problems), () -> ""));
  }

  private static Origin origin(RulebookFiles files, String file, Consumer<Problem> problems) {
    return new Origin(file, files.isChecked(), problems, new HashMap<>());
  }

  private static @Nullable JsonNode tree(
      RulebookFiles files, String file, Consumer<Problem> problems) {
    try {
      Optional<JsonNode> tree = files.tree(file);
      if (tree.isEmpty()) {
        problems.accept(
            new Problem(file, "missing-file", "The rulebook has no such file. Write it."));
      }
      return tree.orElse(null);
    } catch (MalformedJsonException e) {
      problems.accept(
          new Problem(
              file + "#" + e.line() + ":" + e.column(), e.code(), String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static JsonRecord record(JsonNode node, Origin origin, Supplier<String> pointer) {
    if (!node.isObject()) {
      origin
          .problems()
          .accept(
              new Problem(
                  origin.file() + "#" + pointer.get(),
                  "malformed",
                  "This is not an object. One is expected."));
    }
    return new JsonRecord(node, origin, pointer);
  }

  private static List<JsonRecord> elements(
      JsonNode array, Origin origin, Supplier<String> pointer) {
    List<JsonRecord> records = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      int index = i;
      records.add(record(array.get(i), origin, () -> pointer.get() + "/" + index));
    }
    return records;
  }

  /** Whether it is the object that is expected. */
  boolean isObject() {
    return isObject;
  }

  /** The place of a field, for a problem. */
  String place(String field) {
    return origin.file() + "#" + Pointers.child(pointer.get(), field);
  }

  /** The place of this object, for a problem. */
  String place() {
    String own = pointer.get();
    return own.isEmpty() ? origin.file() : origin.file() + "#" + own;
  }

  /** Reports a problem with a field. */
  void problem(String field, String code, String message) {
    origin.problems().accept(new Problem(place(field), code, message));
  }

  private @Nullable JsonNode field(String name, boolean required) {
    if (!origin.checked()) {
      asked.add(name);
    }
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      if (required && isObject) {
        problem(name, "missing-field", "This field is required. Add it.");
      }
      return null;
    }
    return value;
  }

  /** A required, non-blank text; empty, and a problem, if there is none. */
  String text(String name) {
    JsonNode value = field(name, true);
    if (value == null) {
      return "";
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      problem(name, "malformed", "A text that is not blank is expected.");
      return "";
    }
    return value.stringValue();
  }

  /** An optional text. */
  @Nullable String optionalText(String name) {
    return field(name, false) == null ? null : text(name);
  }

  /** An optional text that may be empty, such as what stands before a first sentence. */
  String textOrEmpty(String name) {
    JsonNode value = field(name, false);
    if (value != null && !value.isString()) {
      problem(name, "malformed", "A text is expected.");
    }
    return value != null && value.isString() ? value.stringValue() : "";
  }

  /** A required whole number; 0, and a problem, if there is none. */
  int number(String name) {
    JsonNode value = field(name, true);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
      if (value != null) {
        problem(name, "malformed", "A whole number is expected.");
      }
      return 0;
    }
    return value.intValue();
  }

  /** An optional whole number. */
  @Nullable Integer optionalNumber(String name) {
    return field(name, false) == null ? null : Integer.valueOf(number(name));
  }

  /** A required day, ISO 8601; the first day of all, and a problem, if there is none. */
  LocalDate day(String name) {
    String text = text(name);
    try {
      return text.isEmpty()
          ? LocalDate.EPOCH
          : origin.days().computeIfAbsent(text, LocalDate::parse);
    } catch (DateTimeException e) {
      problem(name, "malformed", "A day of the form YYYY-MM-DD is expected.");
      return LocalDate.EPOCH;
    }
  }

  /** A list of texts, none of them blank; empty if there is none. */
  List<String> texts(String name) {
    JsonNode value = field(name, false);
    List<String> texts = new ArrayList<>();
    if (value == null) {
      return texts;
    }
    boolean isList = value.isArray();
    for (JsonNode element : isList ? value : List.<JsonNode>of()) {
      if (element.isString() && !element.stringValue().isBlank()) {
        texts.add(element.stringValue());
      } else {
        isList = false;
      }
    }
    if (!isList) {
      problem(name, "malformed", "A list of texts that are not blank is expected.");
    }
    return texts;
  }

  /** An optional object. */
  Optional<JsonRecord> object(String name) {
    JsonNode value = field(name, false);
    return value == null
        ? Optional.empty()
        : Optional.of(record(value, origin, () -> Pointers.child(pointer.get(), name)));
  }

  /** The objects of a list; none if there is none. */
  List<JsonRecord> objects(String name) {
    JsonNode value = field(name, false);
    if (value != null && !value.isArray()) {
      problem(name, "malformed", "A list of objects is expected.");
    }
    return value == null || !value.isArray()
        ? List.of()
        : elements(value, origin, () -> Pointers.child(pointer.get(), name));
  }

  /** Lists of texts by key, in the file's order. */
  Map<String, List<String>> textsByKey(String name) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    JsonRecord object = object(name).orElse(null);
    if (object != null) {
      for (String key : object.names()) {
        map.put(key, object.texts(key));
      }
    }
    return map;
  }

  /** The names of its fields. */
  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  /**
   * A required object as it stands, for what is not read field by field; empty if there is none.
   */
  Optional<JsonNode> tree(String name) {
    JsonNode value = field(name, true);
    if (value != null && !value.isObject()) {
      problem(name, "malformed", "This is not an object. One is expected.");
    }
    return Optional.ofNullable(value).filter(JsonNode::isObject);
  }

  /** Reports every field that was not asked for: call it last. */
  void nothingElse() {
    if (origin.checked()) {
      return;
    }
    for (String name : names()) {
      if (!asked.contains(name)) {
        problem(
            name,
            "unknown-field",
            "There is no field of this name. Known: "
                + String.join(", ", asked)
                + "."
                + NearMiss.sentence(name, asked));
      }
    }
  }
}
