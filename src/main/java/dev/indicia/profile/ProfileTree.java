package dev.indicia.profile;

import dev.indicia.json.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a valid profile's JSON tree into its items. */
final class ProfileTree {
  private final JsonNode root;
  private final Terms terms;
  private final LocalDate asOf;
  private final Map<String, String> notStated = new HashMap<>();
  private final List<Profile.UnrecognisedTerm> unrecognised = new ArrayList<>();

  ProfileTree(JsonNode root, Terms terms, LocalDate asOf) {
    this.root = root;
    this.terms = terms;
    this.asOf = asOf;
  }

  Profile profile() {
    root.path("notStated")
        .properties()
        .forEach(entry -> notStated.put(entry.getKey(), entry.getValue().stringValue()));
    List<Item> items = new ArrayList<>();
    List<Item> unrecorded = new ArrayList<>();
    Map<String, CanonicalJson.Fragment> values = new HashMap<>();
    Set<String> cited = new HashSet<>();
    for (FactGroup group : FactGroup.values()) {
      JsonNode recorded = root.path(group.field());
      for (int i = 0; i < recorded.size(); i++) {
        JsonNode node = recorded.get(i);
        String pointer = group.pointer() + "/" + i;
        items.add(item(group, new RecordedFields(group, pointer, node)));
        values.put(pointer, withoutNote(node));
        node.path("statements").forEach(id -> cited.add(id.stringValue()));
      }
      if (!recorded.isArray()) {
        unrecorded.add(item(group, new OpenFields(group, Cause.GROUP_ABSENT)));
      } else if (notStated.containsKey(group.pointer())) {
        unrecorded.add(item(group, new OpenFields(group, Cause.INCOMPLETE)));
      }
    }
    return new Profile(
        root.get("caseReference").stringValue(),
        root.get("kind").stringValue(),
        asOf,
        CanonicalJson.sha256(root),
        items,
        unrecorded,
        values,
        notStated,
        unrecognised.stream()
            .sorted((a, b) -> Pointers.ORDER.compare(a.pointer(), b.pointer()))
            .toList(),
        root.path("statements")
            .valueStream()
            .filter(statement -> cited.contains(statement.get("id").stringValue()))
            .map(CanonicalJson.Fragment::of)
            .toList());
  }

  private static CanonicalJson.Fragment withoutNote(JsonNode item) {
    ObjectNode copy = ((ObjectNode) item).deepCopy();
    copy.remove("note");
    return CanonicalJson.Fragment.of(copy);
  }

  private Item item(FactGroup group, Fields in) {
    String pointer = in.pointer();
    return switch (group) {
      case AFFILIATIONS ->
          new Affiliation(
              pointer,
              in.term("organisation", "organisation"),
              in.code("role"),
              in.code("basis"),
              in.code("attributedBy"),
              in.date("from"),
              in.date("to"),
              RecordedDate.day("", asOf));
      case FAMILY_TIES ->
          new FamilyTie(
              pointer,
              in.code("relation"),
              in.term("organisation", "organisation"),
              in.code("role"),
              in.code("basis"),
              in.codes("fate"),
              in.date("fateDate"),
              in.code("country"));
      case RESIDENCES -> {
        Coded country = in.code("country");
        Coded place = in.place("place", country);
        yield new Residence(
            pointer,
            country,
            place,
            in.whereabouts(country, place),
            in.date("from"),
            in.date("to"));
      }
      case PROCEEDINGS ->
          new Proceeding(
              pointer,
              in.label("case"),
              in.code("country"),
              in.code("stage"),
              in.terms("allegedActs", "act"),
              in.term("organisation", "organisation"),
              in.term("court", "court"),
              in.date("date"),
              in.code("presence"),
              in.code("absenceReason"),
              in.sentenceTypes());
      case DETENTIONS -> {
        Coded country = in.code("country");
        yield new Detention(
            pointer,
            in.label("case"),
            country,
            in.date("from"),
            in.date("to"),
            in.place("place", country),
            in.terms("allegedActs", "act"),
            in.term("organisation", "organisation"),
            in.terms("treatment", "treatment"));
      }
      case ACTIVITIES ->
          new Activity(
              pointer,
              in.term("type", "activity"),
              in.term("organisation", "organisation"),
              in.code("country"),
              in.date("date"),
              in.code("visibility"));
      case ARMED_ACTIVITY ->
          new ArmedActivity(
              pointer,
              in.term("organisation", "organisation"),
              in.code("country"),
              in.date("from"),
              in.date("to"),
              in.code("role"),
              in.code("voluntariness"));
      case INCIDENTS ->
          new Incident(
              pointer,
              in.term("type", "incident"),
              in.code("actor"),
              in.term("organisation", "organisation"),
              in.code("target"),
              in.code("country"),
              in.date("date"));
      case RETURNS -> new Return(pointer, in.code("country"), in.date("date"), in.code("kind"));
    };
  }

  /** How the fields of an item are read. */
  private interface Fields {
    String pointer();

    Coded code(String field);

    CodedList codes(String field);

    Coded term(String field, String vocabulary);

    CodedList terms(String field, String vocabulary);

    Coded place(String field, Coded country);

    Coded whereabouts(Coded country, Coded place);

    Coded label(String field);

    CodedList sentenceTypes();

    RecordedDate date(String field);
  }

  /** Fields of an item that is not recorded: each is open at the group's pointer. */
  private static final class OpenFields implements Fields {
    private final Missing missing;

    OpenFields(FactGroup group, Cause cause) {
      missing = new Missing(group.pointer(), cause);
    }

    @Override
    public String pointer() {
      return missing.pointer();
    }

    @Override
    public Coded code(String field) {
      return Coded.unrecorded(missing);
    }

    @Override
    public CodedList codes(String field) {
      return CodedList.unstated(missing);
    }

    @Override
    public Coded term(String field, String vocabulary) {
      return code(field);
    }

    @Override
    public CodedList terms(String field, String vocabulary) {
      return codes(field);
    }

    @Override
    public Coded place(String field, Coded country) {
      return code(field);
    }

    @Override
    public Coded whereabouts(Coded country, Coded place) {
      return country;
    }

    @Override
    public Coded label(String field) {
      return code(field);
    }

    @Override
    public CodedList sentenceTypes() {
      return codes("sentence");
    }

    @Override
    public RecordedDate date(String field) {
      return RecordedDate.unrecorded(missing);
    }
  }

  /** Fields of a recorded item. */
  private final class RecordedFields implements Fields {
    private final FactGroup group;
    private final String pointer;
    private final JsonNode node;

    RecordedFields(FactGroup group, String pointer, JsonNode node) {
      this.group = group;
      this.pointer = pointer;
      this.node = node;
    }

    @Override
    public String pointer() {
      return pointer;
    }

    private String at(String field) {
      return pointer + "/" + field;
    }

    private boolean states(String field) {
      return node.hasNonNull(field);
    }

    @Override
    public Coded code(String field) {
      return states(field)
          ? recorded(at(field), node.get(field).stringValue())
          : Coded.absent(at(field));
    }

    private static Coded recorded(String at, String value) {
      return value.equals("unknown") ? Coded.unresolved(at, Cause.UNKNOWN) : Coded.of(at, value);
    }

    @Override
    public CodedList codes(String field) {
      return list(at(field), node.path(field), (at, value) -> enumMember(at(field), value));
    }

    /** An unknown or disappeared relative leaves the fate open, at the list's own pointer. */
    private Coded enumMember(String list, String value) {
      return value.equals("disappeared")
          ? Coded.unresolved(list, Cause.UNKNOWN)
          : recorded(list, value);
    }

    @Override
    public Coded term(String field, String vocabulary) {
      return states(field)
          ? resolve(at(field), field, vocabulary, node.get(field).stringValue())
          : Coded.absent(at(field));
    }

    @Override
    public CodedList terms(String field, String vocabulary) {
      return list(
          at(field), node.path(field), (at, value) -> resolve(at, field, vocabulary, value));
    }

    private Coded resolve(String at, String field, String vocabulary, String value) {
      List<String> codes = terms.codes(vocabulary, value);
      if (codes.size() == 1) {
        return Coded.of(at, codes.get(0));
      }
      if (codes.isEmpty()) {
        unrecognised.add(new Profile.UnrecognisedTerm(at, value, vocabulary, group, field));
        return Coded.unresolved(at, Cause.UNRECOGNISED);
      }
      return Coded.unresolved(at, Cause.AMBIGUOUS);
    }

    /**
     * A name of several places is the one in the recorded country; in another country, none of
     * them.
     */
    @Override
    public Coded place(String field, Coded country) {
      List<String> codes =
          states(field) ? terms.codes("place", node.get(field).stringValue()) : List.of();
      if (codes.size() < 2) {
        return term(field, "place");
      }
      if (country.code().isEmpty()) {
        return Coded.unresolved(at(field), at("country"), Cause.AMBIGUOUS);
      }
      return terms.placesIn(country.code().get(), codes).stream()
          .findFirst()
          .map(code -> Coded.of(at(field), code))
          .orElseGet(() -> Coded.of(at(field), "other"));
    }

    @Override
    public Coded whereabouts(Coded country, Coded place) {
      if (country.code().isPresent() || !states("place")) {
        return country;
      }
      if (place.code().isPresent()) {
        return place
            .code()
            .flatMap(terms::countryOf)
            .map(code -> Coded.of(place.pointer(), code))
            .orElse(country);
      }
      boolean ambiguous = terms.codes("place", node.get("place").stringValue()).size() > 1;
      return ambiguous
          ? place
          : Coded.open(place.pointer(), Reading.allOf(place.is("any"), country.is("any")));
    }

    @Override
    public Coded label(String field) {
      return states(field)
          ? Coded.of(at(field), terms.fold(node.get(field).stringValue()))
          : Coded.absent(at(field));
    }

    @Override
    public CodedList sentenceTypes() {
      String at = at("sentence");
      return states("sentence")
          ? list(
              at + "/types",
              node.get("sentence").get("types"),
              (member, value) -> Coded.of(member, value))
          : CodedList.unstated(new Missing(at, Cause.ABSENT));
    }

    private CodedList list(String at, JsonNode values, MemberReader reader) {
      if (!values.isArray()) {
        return CodedList.unstated(new Missing(at, Cause.ABSENT));
      }
      List<Coded> members = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        members.add(reader.read(at + "/" + i, values.get(i).stringValue()));
      }
      return CodedList.of(at, members, notStated.containsKey(at));
    }

    @Override
    public RecordedDate date(String field) {
      if (!states(field)) {
        return RecordedDate.absent(at(field), notStated.containsKey(at(field)));
      }
      String value = node.get(field).stringValue();
      return value.equals("present")
          ? RecordedDate.day(at(field), asOf)
          : RecordedDate.parse(at(field), value);
    }
  }

  /** Reads one member of a list. */
  private interface MemberReader {
    Coded read(String pointer, String value);
  }
}
