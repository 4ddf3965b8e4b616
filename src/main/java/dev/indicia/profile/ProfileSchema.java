package dev.indicia.profile;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The profile schema as it is shipped and served: finds what does not fit it, and says so in words
 * that come from the schema itself. The validator decides; the messages are ours, since the
 * library's name values and follow the machine's locale.
 */
final class ProfileSchema {
  /** The schema's place on the class path, from where it is also served. */
  static final String RESOURCE = "/schemas/profile.json";

  /**
   * The schema allows at most 2,000 characters in a string and 100 in a key. Whatever is longer is
   * cut before it is validated: it stays too long, and the patterns' backtracking cannot exhaust
   * the stack.
   */
  private static final int LONGEST_VALIDATED_TEXT = 2_500;

  private static final int LONGEST_VALIDATED_KEY = 200;

  private final JsonNode root;
  private final Schema schema;

  ProfileSchema() {
    root = load();
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
    schema.initializeValidators();
  }

  private static JsonNode load() {
    try (InputStream in = ProfileSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The build has no " + RESOURCE);
      }
      return StrictJson.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("The build has a broken " + RESOURCE, e);
    }
  }

  /** Everything that does not fit the schema, one fault a place. */
  List<Fault> faults(JsonNode profile) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (Error error : schema.validate(shortened(profile))) {
      Fault fault = fault(error, profile);
      faults.merge(fault.pointer(), fault, ProfileSchema::moreTelling);
    }
    return List.copyOf(faults.values());
  }

  /** The names of the fields that the schema gives the object at a pointer; empty if it is none. */
  Optional<List<String>> fieldsAt(String pointer) {
    return at(pointer)
        .filter(node -> node.has("properties"))
        .map(node -> List.copyOf(node.get("properties").propertyNames()));
  }

  /** The values that the schema lists for a place; empty if it lists none. */
  List<String> valuesAt(String pointer) {
    return at(pointer).map(ProfileSchema::choices).orElse(List.of());
  }

  /** Where several keywords fail at one place, the wrong type is what there is to say. */
  private static Fault moreTelling(Fault first, Fault second) {
    return second.code().equals("type") ? second : first;
  }

  private Fault fault(Error error, JsonNode profile) {
    String pointer = error.getInstanceLocation().toString();
    String keyword = error.getKeyword();
    String property = error.getProperty();
    String path = error.getEvaluationPath().toString();
    if (keyword.equals("additionalProperties") && property != null) {
      List<String> known = fieldsAt(pointer).orElse(List.of());
      return new Fault(
          Pointers.child(pointer, property),
          "unknown-field",
          "There is no field of this name here. Known fields: "
              + String.join(", ", known)
              + "."
              + NearMiss.sentence(property, known));
    }
    Optional<Fault> choice = choiceOfFields(pointer, path);
    if (choice.isPresent()) {
      return choice.get();
    }
    if (keyword.equals("required") && property != null) {
      String missing = Pointers.child(pointer, property);
      return new Fault(
          missing, "required", "This field is required. Allowed: " + allowedAt(missing) + ".");
    }
    if (path.contains("/propertyNames")) {
      return new Fault(
          pointer,
          "not-stated-pointer",
          "A key here is no JSON Pointer of one to six plain segments, at most 100 characters long,"
              + " such as /familyTies or /proceedings/0/court.");
    }
    return new Fault(pointer, code(error), valueMessage(pointer, error, profile));
  }

  /** An object of which one of several fields must be stated: one fault for all its branches. */
  private Optional<Fault> choiceOfFields(String pointer, String path) {
    int branch = path.lastIndexOf("/anyOf/");
    if (branch < 0) {
      return Optional.empty();
    }
    boolean inBranch =
        path.substring(branch).matches("/anyOf/\\d+/(required|properties/\\w+/type)");
    String object =
        path.substring(branch).contains("/properties/")
            ? pointer.substring(0, pointer.lastIndexOf('/'))
            : pointer;
    Optional<JsonNode> node = inBranch ? at(object) : Optional.empty();
    return node.filter(found -> found.has("anyOf"))
        .map(
            found -> {
              TreeSet<String> names = new TreeSet<>();
              found
                  .get("anyOf")
                  .forEach(one -> one.path("required").forEach(r -> names.add(r.stringValue())));
              return new Fault(
                  object,
                  "required",
                  "At least one of these fields must be stated: " + String.join(", ", names) + ".");
            });
  }

  private static String code(Error error) {
    return switch (error.getKeyword()) {
      case "enum", "const" -> "not-allowed";
      case "minLength", "maxLength", "maxItems", "maxProperties" -> "length";
      default -> error.getKeyword();
    };
  }

  private String valueMessage(String pointer, Error error, JsonNode profile) {
    JsonNode value = profile.at(pointer);
    String allowed = allowedAt(pointer);
    String hint = value.isString() ? hint(pointer, value.stringValue()) : "";
    String wrong =
        switch (error.getKeyword()) {
          case "enum", "const" -> "This is not one of the allowed values.";
          case "pattern" -> "This has not the form that is asked for.";
          case "maxLength", "minLength" -> "This text has not the length that is asked for.";
          case "maxItems", "maxProperties" -> "There are more entries here than are read.";
          default -> "This is not the kind of value that is asked for.";
        };
    return wrong + " Allowed: " + allowed + "." + hint;
  }

  private String hint(String pointer, String value) {
    List<String> choices = valuesAt(pointer);
    if (!choices.isEmpty()) {
      return NearMiss.sentence(value, choices);
    }
    return isDate(pointer) ? CalendarHint.sentence(value) : "";
  }

  /** Whether the schema asks for a date at this place. */
  boolean isDate(String pointer) {
    return at(pointer)
        .filter(node -> node.path("description").asString("").startsWith("Gregorian"))
        .isPresent();
  }

  /** What the schema allows at a place, in words. */
  private String allowedAt(String pointer) {
    Optional<JsonNode> found = at(pointer);
    if (found.isEmpty()) {
      return "nothing";
    }
    JsonNode node = found.get();
    List<String> choices = choices(node);
    if (!choices.isEmpty()) {
      return String.join(", ", choices);
    }
    List<String> parts = new ArrayList<>();
    parts.add(kind(node));
    if (node.has("description") && node.has("pattern")) {
      parts.add(node.get("description").stringValue().replaceAll("\\.$", ""));
    } else if (node.has("pattern")) {
      parts.add("of the form " + node.get("pattern").stringValue());
    }
    if (node.has("minLength")) {
      parts.add("at least " + node.get("minLength").intValue() + " characters");
    }
    if (node.has("maxLength")) {
      parts.add("at most " + node.get("maxLength").intValue() + " characters");
    }
    if (node.has("maxItems")) {
      parts.add("at most " + node.get("maxItems").intValue() + " entries");
    }
    if (node.has("maxProperties")) {
      parts.add("at most " + node.get("maxProperties").intValue() + " entries");
    }
    return String.join("; ", parts);
  }

  private static String kind(JsonNode node) {
    JsonNode type = node.path("type");
    String name = type.isArray() ? type.get(0).stringValue() : type.asString("value");
    return switch (name) {
      case "array" -> "a list";
      case "object" -> "an object";
      case "string" -> "a text";
      case "boolean" -> "true or false";
      default -> name;
    };
  }

  private static List<String> choices(JsonNode node) {
    List<String> choices = new ArrayList<>();
    if (node.has("const")) {
      choices.add(node.get("const").asString());
    }
    for (JsonNode value : node.path("enum")) {
      if (!value.isNull()) {
        choices.add(value.stringValue());
      }
    }
    return choices;
  }

  /** The subschema for a place in a profile, with references and 'or null' resolved. */
  private Optional<JsonNode> at(String pointer) {
    JsonNode node = root;
    for (String segment : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      node = child(resolved(node), segment.replace("~1", "/").replace("~0", "~"));
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(resolved(node));
  }

  private static @Nullable JsonNode child(JsonNode node, String segment) {
    if (node.has("properties")) {
      return node.get("properties").get(segment);
    }
    if (node.has("items") && segment.matches("0|[1-9][0-9]{0,8}")) {
      return node.get("items");
    }
    JsonNode additional = node.get("additionalProperties");
    return additional != null && additional.isObject() ? additional : null;
  }

  private JsonNode resolved(JsonNode node) {
    if (node.has("$ref")) {
      return resolved(root.at(node.get("$ref").stringValue().substring(1)));
    }
    // 'this or null' is this; an object with a choice of fields keeps its own properties.
    if (node.has("anyOf") && !node.has("properties")) {
      return resolved(node.get("anyOf").get(0));
    }
    return node;
  }

  private static JsonNode shortened(JsonNode node) {
    if (node.isString() && node.stringValue().length() > LONGEST_VALIDATED_TEXT) {
      return JsonNodeFactory.instance.stringNode(
          node.stringValue().substring(0, LONGEST_VALIDATED_TEXT));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              property -> {
                String key = property.getKey();
                copy.set(
                    key.length() > LONGEST_VALIDATED_KEY
                        ? key.substring(0, LONGEST_VALIDATED_KEY)
                        : key,
                    shortened(property.getValue()));
              });
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(shortened(element)));
      return copy;
    }
    return node;
  }
}
