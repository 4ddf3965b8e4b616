package dev.indicia.oracle;

import static dev.indicia.oracle.Truth.FALSE;
import static dev.indicia.oracle.Truth.TRUE;
import static dev.indicia.oracle.Truth.and;
import static dev.indicia.oracle.Truth.not;
import static dev.indicia.oracle.Truth.open;
import static dev.indicia.oracle.Truth.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The section 'How a condition is read' of the register, for one profile and one day. */
class Conditions {

  /** The codes of 'the organisation'. */
  static final String[] THE_ORGANISATION = {"mek", "nla"};

  /** The codes of 'linked organisation'. */
  static final String[] LINKED_ORGANISATION = {"mek", "nla", "ncri"};

  /** The first day of the present authorities. */
  static final Days PRESENT_AUTHORITIES = Days.day(LocalDate.of(1979, 2, 11));

  final TermResolver terms;
  private final JsonNode profile;
  private final LocalDate asOf;

  Conditions(JsonNode profile, LocalDate asOf, TermResolver terms) {
    this.profile = profile;
    this.asOf = asOf;
    this.terms = terms;
  }

  // Groups, incomplete lists.

  /**
   * The items of a group, and after them the unknown item where the group is absent or incomplete.
   * An empty array has none, so that the {@code or} over it is false.
   */
  final List<Item> group(String name) {
    String pointer = "/" + name;
    JsonNode group = profile.get(name);
    if (group == null || group.isNull()) {
      return List.of(Item.unknown(pointer, "group-absent"));
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      items.add(Item.recorded(pointer + "/" + i, group.get(i)));
    }
    if (!items.isEmpty() && isNamedInNotStated(pointer)) {
      items.add(Item.unknown(pointer, "incomplete"));
    }
    return items;
  }

  /** Whether {@code notStated} has an entry for the pointer. */
  final boolean isNamedInNotStated(String pointer) {
    JsonNode notStated = profile.get("notStated");
    return notStated != null && notStated.has(pointer);
  }

  // Terms.

  /** A term resolves to one of these codes. Open where it is absent or unrecognised. */
  final Truth resolvesTo(String kind, Field term, String... wanted) {
    if (term.value() == null) {
      return term.open();
    }
    List<String> codes = terms.codes(kind, term.value().stringValue());
    return switch (codes.size()) {
      case 0 -> open(term.pointer(), "unrecognised");
      case 1 -> Truth.of(List.of(wanted).contains(codes.get(0)));
      default -> throw new IllegalStateException("An ambiguous " + kind + ": " + codes);
    };
  }

  /**
   * A list of terms includes one of these codes: true when a member resolves to one; else open if a
   * member is unresolved (that member's pointer), the list is absent or incomplete (the list's
   * pointer); else false.
   */
  final Truth include(String kind, Field list, String... wanted) {
    if (list.value() == null) {
      return list.open();
    }
    List<Truth> members = new ArrayList<>();
    for (int i = 0; i < list.value().size(); i++) {
      Field member = new Field(list.pointer() + "/" + i, list.value().get(i), "absent");
      members.add(resolvesTo(kind, member, wanted));
    }
    members.add(incomplete(list));
    return or(members);
  }

  /** Sentence types, which are fixed values, include this one. */
  final Truth includeValue(Field list, String wanted) {
    if (list.value() == null) {
      return list.open();
    }
    List<Truth> members = new ArrayList<>();
    for (JsonNode member : list.value()) {
      members.add(Truth.of(member.stringValue().equals(wanted)));
    }
    members.add(incomplete(list));
    return or(members);
  }

  /**
   * {@code fate} includes one of these. A member {@code unknown} or {@code disappeared} leaves it
   * open at the pointer of {@code fate}; where the list is incomplete as well, that is the cause.
   */
  final Truth fateIncludes(Field fate, String... wanted) {
    if (fate.value() == null) {
      return fate.open();
    }
    boolean open = false;
    for (JsonNode member : fate.value()) {
      if (Set.of(wanted).contains(member.stringValue())) {
        return TRUE;
      }
      open |= Set.of("unknown", "disappeared").contains(member.stringValue());
    }
    Truth incomplete = incomplete(fate);
    return incomplete.isFalse() && open ? open(fate.pointer(), "unknown") : incomplete;
  }

  /** What a list may hold beyond its members: open where it is incomplete, else nothing. */
  private Truth incomplete(Field list) {
    boolean mayHoldMore =
        list.value() != null && !list.value().isEmpty() && isNamedInNotStated(list.pointer());
    return mayHoldMore ? open(list.pointer(), "incomplete") : FALSE;
  }

  // Dates.

  final Days asOf() {
    return Days.day(asOf);
  }

  final Days date(Field field) {
    return Days.of(field, asOf);
  }

  // "The organisation", "Linked organisation".

  final Truth isTheOrganisation(Item item) {
    return resolvesTo("organisation", item.field("organisation"), THE_ORGANISATION);
  }

  final Truth isLinkedOrganisation(Item item) {
    return resolvesTo("organisation", item.field("organisation"), LINKED_ORGANISATION);
  }

  // "In Iran".

  /** The country is {@code IR} and the date is not before the present authorities. */
  final Truth isProceedingInIran(Item proceeding) {
    Field date = proceeding.field("date");
    return and(
        proceeding.field("country").is("IR"),
        date.isLeftOut() ? TRUE : date(date).notBefore(PRESENT_AUTHORITIES));
  }

  /**
   * The country is {@code IR} and {@code to} is not before the present authorities. With no {@code
   * to}, a {@code from} before them leaves it open; with neither date nothing is excluded.
   */
  final Truth isDetentionInIran(Item detention) {
    Field from = detention.field("from");
    Field to = detention.field("to");
    Truth notWhollyBefore;
    if (!to.isLeftOut()) {
      notWhollyBefore = date(to).notBefore(PRESENT_AUTHORITIES);
    } else if (from.isLeftOut()) {
      notWhollyBefore = TRUE;
    } else {
      notWhollyBefore = or(date(from).notBefore(PRESENT_AUTHORITIES), to.open());
    }
    return and(detention.field("country").is("IR"), notWhollyBefore);
  }

  // "Not another's".

  /** A stated organisation is a linked one; absent excludes nothing. */
  final Truth isNotAnothers(Item item) {
    return item.field("organisation").isLeftOut() ? TRUE : isLinkedOrganisation(item);
  }

  // "By the authorities", "On the applicant".

  final Truth isByTheAuthorities(Item incident) {
    return incident.field("actor").is("origin-authorities");
  }

  final Truth isOnTheApplicant(Item incident) {
    return incident.field("target").is("applicant");
  }

  // A country other than IR.

  final Truth isAbroad(Item item) {
    return not(item.field("country").is("IR"));
  }
}
