package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.indicia.json.CanonicalJson;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where a search starts from: profiles made from the schema, so that a field that is added to it is
 * searched too, and JSON that no reader should take.
 */
final class Seeds {
  private static final JsonNode SCHEMA = schema();

  /** As many variants as the longest enumeration of the schema has values. */
  private static final int VARIANTS = 12;

  /** What fits each pattern of the schema. */
  private static final Map<String, List<String>> FITTING =
      Map.of(
          "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$",
          List.of(Canary.WORD + "/1", "a", "9._/-"),
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          List.of("2026-11-21", "1979-02-11", Canary.YEAR + "06-17"),
          "^[A-Z]{2}$",
          List.of("IR", "AL", "FR"),
          "^(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$",
          List.of(
              "1988",
              "2016-02-29",
              "1981-06?",
              "1979-02-11~",
              "1900%",
              "2100-12-31",
              Canary.YEAR + "06-17~"),
          "^[A-Za-z0-9-]{1,32}$",
          List.of("s1"),
          "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?$",
          List.of("P15Y", "P1Y6M", "P74D"));

  /** What the schema refuses, or the rules beyond it. */
  private static final List<String> UNFIT =
      List.of(
          "\"" + Canary.WORD + "\"",
          "\"\"",
          "\"1404-05-01\"",
          "\"2015-02-29\"",
          "\"" + Canary.YEAR + "06-31\"",
          "\"2101\"",
          "\"XX\"",
          "\"P\"",
          "0",
          "1.0",
          "1e999",
          "true",
          "[]",
          "{}",
          "[null]");

  private Seeds() {}

  /** Profiles, what is nearly one, and what is no JSON. */
  static Stream<byte[]> documents() {
    List<byte[]> documents = new ArrayList<>(profiles());
    documents.addAll(unfitProfiles());
    documents.addAll(hostileJson());
    return documents.stream();
  }

  /** Bytes of several lengths for what is drawn from bytes. */
  static Stream<byte[]> decisions() {
    SplittableRandom random = new SplittableRandom(20_261_121);
    return Stream.of(0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 768)
        .flatMap(length -> Stream.of(length, length))
        .map(
            length -> {
              byte[] bytes = new byte[length];
              random.nextBytes(bytes);
              return bytes;
            });
  }

  /** Valid profiles: of each group a bare item, and rich ones with every fixed value. */
  static List<byte[]> profiles() {
    List<byte[]> profiles = new ArrayList<>();
    profiles.add(profile("asOf", "2026-11-21"));
    for (String group : groups()) {
      profiles.add(profile(group, List.of()));
      JsonNode item = item(group);
      profiles.add(profile(group, List.of(bare(item))));
      for (int variant = 0; variant < VARIANTS; variant++) {
        profiles.add(profile(group, List.of(object(item, variant), bare(item))));
      }
    }
    return profiles;
  }

  /** Profiles of which one field holds what it may not. */
  private static List<byte[]> unfitProfiles() {
    List<byte[]> profiles = new ArrayList<>();
    int unfit = 0;
    for (String group : groups()) {
      String valid = new String(profile(group, List.of(object(item(group), 1))), UTF_8);
      for (String name : item(group).get("properties").propertyNames()) {
        String place = "\"" + name + "\":";
        int start = valid.indexOf(place, valid.indexOf("\"" + group + "\":")) + place.length();
        String value = UNFIT.get(unfit++ % UNFIT.size());
        String end = unfit % 2 == 0 ? "}]}" : ",\"" + name + "\":null}]}";
        profiles.add(utf8(valid.substring(0, start) + value + end));
      }
      profiles.add(utf8(valid.replace("\"" + group + "\"", "\"/" + group + "~\"")));
      profiles.add(profile(group, object(item(group), 0)));
    }
    return profiles;
  }

  private static List<byte[]> hostileJson() {
    List<byte[]> hostile = new ArrayList<>();
    String profile = new String(profile("asOf", "2026-11-21"), UTF_8);
    for (String text :
        List.of(
            "",
            " \r\n\t",
            "null",
            "[",
            "{\"a\"",
            "[".repeat(33),
            "[".repeat(32) + "]".repeat(32),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "{\"a\":1,\"\\u0061\":2}",
            "{\"" + Canary.WORD + "\":1,\"" + Canary.WORD + "\":1}",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u00zz\"",
            "\"\\x\"",
            "\"\u0001\"",
            "1e999",
            "-1e-999",
            "1e1000",
            "1E100000000",
            "123456789012345678901",
            "-0.0",
            "01",
            "NaN",
            "+1",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "// " + Canary.WORD + "\n1",
            "\uFEFF" + profile,
            profile + profile,
            profile + "\u0000",
            profile.replace("{", "{\"" + "k".repeat(300) + "\":1,"),
            profile.replace("{", "{\"" + "\uD83D\uDE00".repeat(150) + "\":1,"),
            profile.replace("{", "{\"notStated\":{\"/a/b/c/d/e/f\":\"pending\"},"),
            profile.replace("{", "{\"notStated\":{\"/" + "9".repeat(120) + "\":\"pending\"},"),
            profile.replace("{", "{\"__proto__\":{\"$ref\":\"#\"},"))) {
      hostile.add(utf8(text));
    }
    hostile.add(profile.getBytes(UTF_16));
    hostile.add(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
    hostile.add(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
    hostile.add(new byte[] {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'});
    return hostile;
  }

  /** A dictionary of the fuzzer: keys, fixed values and sample values, as JSON has them. */
  static String dictionary() {
    Set<String> words = new TreeSet<>();
    collectWords(SCHEMA, words);
    FITTING.values().forEach(samples -> samples.forEach(sample -> words.add(quoted(sample))));
    groups().forEach(group -> words.add(quoted("/" + group + "/0")));
    words.addAll(
        List.of(
            "null", "true", "\\ud800", "\\u0000", "1e999", "[{", "}]", "},{", "\"" + Canary.WORD));
    StringBuilder out = new StringBuilder();
    words.forEach(
        word ->
            out.append('"')
                .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
    return out.toString();
  }

  private static void collectWords(JsonNode node, Set<String> words) {
    node.path("properties").propertyNames().forEach(name -> words.add(quoted(name) + ":"));
    node.path("enum").forEach(value -> words.add(value.toString()));
    if (node.has("const")) {
      words.add(node.get("const").toString());
    }
    node.forEach(child -> collectWords(child, words));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : SCHEMA.get("properties").properties()) {
      if (property.getValue().has("items") && !property.getKey().equals("statements")) {
        groups.add(property.getKey());
      }
    }
    return groups;
  }

  private static JsonNode item(String group) {
    return resolved(SCHEMA.at("/properties/" + group + "/items"));
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? resolved(SCHEMA.at(schema.get("$ref").stringValue().substring(1)))
        : schema;
  }

  private static byte[] profile(String field, Object value) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("profileVersion", 1);
    profile.put("caseReference", Canary.WORD + "-1");
    profile.put("kind", "synthetic");
    profile.put(
        "statements",
        List.of(Map.of("id", "s1", "assertedBy", "applicant", "locator", Canary.WORD)));
    profile.put(field, value);
    if (value instanceof List<?> list && !list.isEmpty()) {
      profile.put("notStated", Map.of("/" + field, "pending"));
    }
    return CanonicalJson.bytes(profile);
  }

  /** An item of which only what is required is stated. */
  private static Object bare(JsonNode schema) {
    JsonNode required =
        schema.has("anyOf") ? schema.at("/anyOf/0/required") : schema.path("required");
    Map<String, Object> item = new LinkedHashMap<>();
    required.forEach(
        name ->
            item.put(
                name.stringValue(),
                value(schema.get("properties").get(name.stringValue()), name.stringValue(), 0)));
    return item;
  }

  private static Object object(JsonNode schema, int variant) {
    Map<String, Object> item = new LinkedHashMap<>();
    schema
        .get("properties")
        .properties()
        .forEach(
            field -> item.put(field.getKey(), value(field.getValue(), field.getKey(), variant)));
    return item;
  }

  private static Object value(JsonNode unresolved, String name, int variant) {
    JsonNode schema = resolved(unresolved);
    if (schema.has("anyOf")) {
      return value(schema.at("/anyOf/0"), name, variant);
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(variant % schema.get("enum").size());
    }
    if (name.equals("statements")) {
      return List.of("s1");
    }
    if (schema.has("pattern")) {
      List<String> fitting =
          Objects.requireNonNull(
              FITTING.get(schema.get("pattern").stringValue()), schema.get("pattern").toString());
      return fitting.get(variant % fitting.size());
    }
    return switch (type(schema)) {
      case "object" -> object(schema, variant);
      case "array" -> List.of(value(schema.get("items"), name, variant));
      case "boolean" -> variant % 2 == 0;
      default -> text(schema, variant);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).stringValue() : type.asString("");
  }

  /** Now and then the longest text that fits, where that is not long. */
  private static String text(JsonNode schema, int variant) {
    int longest = schema.get("maxLength").intValue();
    return variant % 4 == 3 && longest <= 200 ? "\u06CC".repeat(longest) : Canary.WORD + " mek";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static JsonNode schema() {
    try (InputStream in = Seeds.class.getResourceAsStream("/schemas/profile.json")) {
      return StrictJson.read(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }
}
