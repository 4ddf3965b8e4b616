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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The profile schema as it is shipped and served: finds what does not fit it, and says so in words.
 * The validator decides; the messages are ours, since the library's name values and follow the
 * machine's locale.
 */
final class ProfileSchema {
  /** The schema's place on the class path, from where it is also served. */
  static final String RESOURCE = "/schemas/profile.json";

  /**
   * The schema allows at most 2,000 characters in a text, 100 in a key and 200 entries in a list.
   * Whatever is longer is cut before it is validated: it stays too long, and neither the patterns'
   * backtracking nor the number of faults grows with it.
   */
  private static final int LONGEST_VALIDATED_TEXT = 2_500;

  private static final int LONGEST_VALIDATED_KEY = 200;

  private static final int LONGEST_VALIDATED_LIST = 201;

  /** What each pattern of the schema asks for. */
  static final Map<String, String> PATTERNS =
      Map.of(
          "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$",
          "1 to 64 letters, digits and signs of . _ / -, a letter or digit first",
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          "a real day of the Gregorian calendar, YYYY-MM-DD",
          "^[A-Z]{2}$",
          "an assigned country code of ISO 3166-1, two capital letters, such as FR or SE",
          "^(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$",
          "a date of the Gregorian calendar from 1900 to 2100, YYYY, YYYY-MM or YYYY-MM-DD, with ~"
              + " (approximate), ? (uncertain) or % (both) at its end where needed",
          "^[A-Za-z0-9-]{1,32}$",
          "1 to 32 letters, digits and hyphens",
          "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?$",
          "a duration of ISO 8601 in years, months and days, such as P15Y or P1Y6M");

  private static final String DATE = "^(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$";
  private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  private static final String COUNTRY = "^[A-Z]{2}$";

  /** An error of what stands beside the first of several alternatives: null, or one word. */
  private static final Pattern OTHER_ALTERNATIVE =
      Pattern.compile(".*/anyOf/[1-9][0-9]*/(type|const)");

  private static final Pattern CHOICE_OF_FIELDS =
      Pattern.compile("(.*)/anyOf/[0-9]+/(required|properties/\\w+/type)");

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

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
    JsonNode validated = shortened(profile);
    for (Error error : schema.validate(validated)) {
      fault(error, validated)
          .ifPresent(fault -> faults.merge(fault.pointer(), fault, ProfileSchema::moreTelling));
    }
    return List.copyOf(faults.values());
  }

  /** The names of the fields that the schema gives the object at a pointer; empty if it is none. */
  Optional<List<String>> fieldsAt(String pointer) {
    return at(pointer)
        .filter(node -> node.has("properties"))
        .map(node -> List.copyOf(node.get("properties").propertyNames()));
  }

  /** The texts that the schema lists for a place; empty if it lists none. */
  List<String> valuesAt(String pointer) {
    return alternativesAt(pointer).stream().flatMap(node -> choices(node).stream()).toList();
  }

  /** Where several keywords fail at one place, the wrong type is what there is to say. */
  private static Fault moreTelling(Fault first, Fault second) {
    return second.code().equals("type") ? second : first;
  }

  /** The fault that an error makes; empty if another error or rule tells it better. */
  private Optional<Fault> fault(Error error, JsonNode profile) {
    String pointer = error.getInstanceLocation().toString();
    String keyword = error.getKeyword();
    String property = error.getProperty();
    String path = error.getEvaluationPath().toString();
    if (path.contains("/propertyNames") || OTHER_ALTERNATIVE.matcher(path).matches()) {
      return Optional.empty();
    }
    if (keyword.equals("additionalProperties") && property != null) {
      List<String> known = fieldsAt(pointer).orElse(List.of());
      return Optional.of(
          new Fault(
              Pointers.child(pointer, property),
              "unknown-field",
              "There is no field of this name here. Known fields: "
                  + String.join(", ", known)
                  + "."
                  + NearMiss.sentence(property, known)));
    }
    if (CHOICE_OF_FIELDS.matcher(path).matches()) {
      return choiceOfFields(path.contains("/type") ? parent(pointer) : pointer, profile);
    }
    if (keyword.equals("required") && property != null) {
      String missing = Pointers.child(pointer, property);
      return Optional.of(
          new Fault(
              missing, "required", "This field is required. Allowed: " + allowedAt(missing) + "."));
    }
    return Optional.of(new Fault(pointer, code(keyword), message(pointer, keyword, profile)));
  }

  /** An object of which one of several fields must be stated: one fault for all its branches. */
  private Optional<Fault> choiceOfFields(String pointer, JsonNode profile) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode branch : at(pointer).orElseThrow().path("anyOf")) {
      branch.path("required").forEach(name -> names.add(name.stringValue()));
    }
    boolean oneIsStated = names.stream().anyMatch(name -> profile.at(pointer).hasNonNull(name));
    return oneIsStated
        ? Optional.empty()
        : Optional.of(
            new Fault(
                pointer,
                "required",
                "At least one of these fields must be stated: " + String.join(", ", names) + "."));
  }

  private static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static String code(String keyword) {
    return switch (keyword) {
      case "enum", "const" -> "not-allowed";
      case "minLength", "maxLength", "maxItems", "maxProperties" -> "length";
      default -> keyword;
    };
  }

  private String message(String pointer, String keyword, JsonNode profile) {
    String wrong =
        switch (keyword) {
          case "enum", "const" -> "This is not one of the allowed values.";
          case "pattern" -> "This does not have the form that is asked for.";
          case "maxLength" -> "This text is too long.";
          case "minLength" -> "This text is too short.";
          case "maxItems", "maxProperties" -> "There are more entries here than are read.";
          default -> "This is not the kind of value that is asked for.";
        };
    JsonNode value = profile.at(pointer);
    String hint = value.isString() ? hint(pointer, value.stringValue()) : "";
    return wrong + " Allowed: " + allowedAt(pointer) + "." + hint;
  }

  private String hint(String pointer, String value) {
    String pattern = patternAt(pointer);
    if (pattern.equals(COUNTRY)) {
      return Countries.sentence(value);
    }
    String calendar =
        pattern.equals(DATE) || pattern.equals(DAY) ? CalendarHint.sentence(value) : "";
    return calendar.isEmpty() ? NearMiss.sentence(value, valuesAt(pointer)) : calendar;
  }

  /** Whether the schema asks for a date at this place. */
  boolean isDate(String pointer) {
    return patternAt(pointer).equals(DATE);
  }

  private String patternAt(String pointer) {
    return at(pointer).map(node -> node.path("pattern").asString("")).orElse("");
  }

  /** What the schema allows at a place, in words. */
  private String allowedAt(String pointer) {
    return String.join(
        "; or ", alternativesAt(pointer).stream().map(ProfileSchema::inWords).toList());
  }

  private static String inWords(JsonNode node) {
    List<String> choices = choices(node);
    if (!choices.isEmpty()) {
      return String.join(", ", choices);
    }
    if (node.has("const")) {
      return "the number " + node.get("const").asString();
    }
    if (node.has("pattern")) {
      String pattern = node.get("pattern").stringValue();
      return Objects.requireNonNull(PATTERNS.get(pattern), pattern);
    }
    return switch (type(node)) {
      case "array" -> "a list of at most " + node.get("maxItems").intValue() + " entries";
      case "object" ->
          node.has("properties")
              ? "an object with fields among "
                  + String.join(", ", node.get("properties").propertyNames())
              : "an object of at most " + node.get("maxProperties").intValue() + " entries";
      case "boolean" -> "true or false";
      default ->
          "a text of "
              + (node.has("minLength") ? node.get("minLength").intValue() + " to " : "at most ")
              + node.get("maxLength").intValue()
              + " characters";
    };
  }

  private static String type(JsonNode node) {
    JsonNode type = node.path("type");
    return type.isArray() ? type.get(0).stringValue() : type.asString("");
  }

  /** The texts of an enumeration or a constant. */
  private static List<String> choices(JsonNode node) {
    List<String> choices = new ArrayList<>();
    if (node.path("const").isString()) {
      choices.add(node.get("const").stringValue());
    }
    for (JsonNode value : node.path("enum")) {
      if (!value.isNull()) {
        choices.add(value.stringValue());
      }
    }
    return choices;
  }

  /** The subschema for a place in a profile: the first of its alternatives. */
  private Optional<JsonNode> at(String pointer) {
    return alternativesAt(pointer).stream().findFirst();
  }

  /** The subschemas for a place in a profile, any of which will do, but not null; else empty. */
  private List<JsonNode> alternativesAt(String pointer) {
    JsonNode node = root;
    for (String segment : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      node = child(alternatives(node).get(0), segment.replace("~1", "/").replace("~0", "~"));
      if (node == null) {
        return List.of();
      }
    }
    return alternatives(node);
  }

  private static @Nullable JsonNode child(JsonNode node, String segment) {
    if (node.has("properties")) {
      return node.get("properties").get(segment);
    }
    if (node.has("items") && INDEX.matcher(segment).matches()) {
      return node.get("items");
    }
    JsonNode additional = node.get("additionalProperties");
    return additional != null && additional.isObject() ? additional : null;
  }

  private List<JsonNode> alternatives(JsonNode node) {
    if (node.has("$ref")) {
      return alternatives(root.at(node.get("$ref").stringValue().substring(1)));
    }
    // An object with a choice of fields keeps its own properties.
    if (!node.has("anyOf") || node.has("properties")) {
      return List.of(node);
    }
    List<JsonNode> alternatives = new ArrayList<>();
    for (JsonNode alternative : node.get("anyOf")) {
      if (!type(alternative).equals("null")) {
        alternatives.addAll(alternatives(alternative));
      }
    }
    return alternatives;
  }

  /** A key as faults show it: cut where it is longer than any that is read. */
  static String shortenedKey(String key) {
    return shortened(key, LONGEST_VALIDATED_KEY);
  }

  /** The first characters of a text; a character beyond the basic plane counts as one. */
  private static String shortened(String text, int length) {
    return text.length() > length && text.codePointCount(0, text.length()) > length
        ? text.substring(0, text.offsetByCodePoints(0, length))
        : text;
  }

  private static JsonNode shortened(JsonNode node) {
    if (node.isString()) {
      String text = shortened(node.stringValue(), LONGEST_VALIDATED_TEXT);
      return text.length() == node.stringValue().length()
          ? node
          : JsonNodeFactory.instance.stringNode(text);
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              property ->
                  copy.set(shortenedKey(property.getKey()), shortened(property.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < Math.min(node.size(), LONGEST_VALIDATED_LIST); i++) {
        copy.add(shortened(node.get(i)));
      }
      return copy;
    }
    return node;
  }
}
