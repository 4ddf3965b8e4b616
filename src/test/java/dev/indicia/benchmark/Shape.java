package dev.indicia.benchmark;

import static dev.indicia.benchmark.PlainDefinitions.beginsNotAfter;
import static dev.indicia.benchmark.PlainDefinitions.byTheAuthorities;
import static dev.indicia.benchmark.PlainDefinitions.ended;
import static dev.indicia.benchmark.PlainDefinitions.endsNotBefore;
import static dev.indicia.benchmark.PlainDefinitions.onTheApplicant;
import static dev.indicia.benchmark.PlainRules.inVeldmark;
import static dev.indicia.benchmark.PlainRules.linkedSociety;
import static dev.indicia.benchmark.PlainRules.notAnothers;
import static dev.indicia.profile.Reading.allOf;
import static dev.indicia.profile.Reading.anyOf;
import static dev.indicia.profile.Reading.isNot;
import static dev.indicia.profile.RecordedDate.day;

import dev.indicia.benchmark.PlainRules.PlainRule;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.profile.RecordedDate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The shapes of condition that a generated rulebook has: those of {@code rules/iran-mek}, in about
 * its shares, for an invented country. Each is written twice, as a rule and in plain Java, and asks
 * for other codes or days in each round of the register.
 *
 * <p>In a rule's text, {@code #} stands for the number of the round, and {@code @} for that of the
 * act, of which a round has four.
 */
enum Shape {
  ACT(
      0,
      "Measure",
      "inVeldmark( this ), notAnothers( organisation ), allegedActs.includes( \"act-@\" )",
      "{'proceedings':[{'country':'BV','allegedActs':['act-@']}]}",
      "proceedings",
      "detentions") {
    @Override
    PlainRule plain(String id, int round) {
      return act(id, round);
    }
  },
  SECOND_ACT(
      1,
      "Measure",
      "inVeldmark( this ), notAnothers( organisation ), allegedActs.includes( \"act-@\" )",
      "{'detentions':[{'country':'BV','allegedActs':['act-@']}]}",
      "detentions",
      "proceedings") {
    @Override
    PlainRule plain(String id, int round) {
      return act(id, round);
    }
  },
  THIRD_ACT(
      2,
      "Measure",
      "inVeldmark( this ), notAnothers( organisation ), allegedActs.includes( \"act-@\" )",
      "{'proceedings':[{'country':'BV','allegedActs':['other','act-@']}]}",
      "proceedings",
      "detentions") {
    @Override
    PlainRule plain(String id, int round) {
      return act(id, round);
    }
  },
  ACT_WITH_THE_SOCIETY(
      3,
      "Measure",
      "inVeldmark( this ), linkedSociety( organisation ), allegedActs.includes( \"act-@\" )",
      "{'proceedings':[{'country':'BV','organisation':'wardens','allegedActs':['act-@']}]}",
      "proceedings",
      "detentions") {
    @Override
    PlainRule plain(String id, int round) {
      String act = "act-" + actOf(round);
      return (items, findings) -> {
        findings.ofEach(
            id,
            items.proceedings,
            it ->
                allOf(
                    inVeldmark(it),
                    linkedSociety(it.organisation()),
                    it.allegedActs().includes(act)));
        findings.ofEach(
            id,
            items.detentions,
            it ->
                allOf(
                    inVeldmark(it),
                    linkedSociety(it.organisation()),
                    it.allegedActs().includes(act)));
      };
    }
  },
  COURT(
      0,
      "Proceeding",
      "inVeldmark( this ), notAnothers( organisation ), stage.is( \"conviction\" ),"
          + " court.is( \"court-#\" )",
      "{'proceedings':[{'country':'BV','stage':'conviction','court':'court-#'}]}",
      "proceedings") {
    @Override
    PlainRule plain(String id, int round) {
      String court = "court-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.proceedings,
              it ->
                  allOf(
                      inVeldmark(it),
                      notAnothers(it.organisation()),
                      it.stage().is("conviction"),
                      it.court().is(court)));
    }
  },
  TREATMENT(
      0,
      "Detention",
      "inVeldmark( this ), notAnothers( organisation ),"
          + " treatment.includes( \"treatment-#\", \"treatment-#-b\" )",
      "{'detentions':[{'country':'BV','treatment':['treatment-#-b']}]}",
      "detentions") {
    @Override
    PlainRule plain(String id, int round) {
      String one = "treatment-" + round;
      String other = one + "-b";
      return (items, findings) ->
          findings.ofEach(
              id,
              items.detentions,
              it ->
                  allOf(
                      inVeldmark(it),
                      notAnothers(it.organisation()),
                      it.treatment().includes(one, other)));
    }
  },
  PERIOD(
      0,
      "Detention",
      "inVeldmark( this ), notAnothers( organisation ), endsNotBefore( this, day( YEAR, MONTH, 1 ) ),"
          + " beginsNotAfter( this, day( YEAR, MONTH, 28 ) )",
      "{'detentions':[{'country':'BV','from':'YEAR-MM-02','to':'YEAR-MM-03'}]}",
      "detentions") {
    @Override
    PlainRule plain(String id, int round) {
      RecordedDate first = day(year(round), month(round), 1);
      RecordedDate last = day(year(round), month(round), 28);
      return (items, findings) ->
          findings.ofEach(
              id,
              items.detentions,
              it ->
                  allOf(
                      inVeldmark(it),
                      notAnothers(it.organisation()),
                      endsNotBefore(it, first),
                      beginsNotAfter(it, last)));
    }
  },
  MEMBER(
      0,
      "Affiliation",
      "organisation.is( \"society-#\" ), role.is( \"member\" ), basis.is( \"held\" ),"
          + " isNot( ended( this ) )",
      "{'affiliations':[{'organisation':'society-#','role':'member','basis':'held'}]}",
      "affiliations") {
    @Override
    PlainRule plain(String id, int round) {
      String society = "society-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.affiliations,
              it ->
                  allOf(
                      it.organisation().is(society),
                      it.role().is("member"),
                      it.basis().is("held"),
                      isNot(ended(it))));
    }
  },
  FORMER_MEMBER(
      0,
      "Affiliation",
      "organisation.is( \"society-#\" ), basis.is( \"held\" ),"
          + " anyOf( role.is( \"former-member\" ), allOf( role.is( \"member\" ), ended( this ) ) )",
      "{'affiliations':[{'organisation':'society-#','role':'former-member','basis':'held'}]}",
      "affiliations") {
    @Override
    PlainRule plain(String id, int round) {
      String society = "society-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.affiliations,
              it ->
                  allOf(
                      it.organisation().is(society),
                      it.basis().is("held"),
                      anyOf(
                          it.role().is("former-member"),
                          allOf(it.role().is("member"), ended(it)))));
    }
  },
  RELATIVE(
      0,
      "FamilyTie",
      "organisation.is( \"society-#\" ), fate.includes( \"executed\", \"killed\" )",
      "{'familyTies':[{'relation':'other','organisation':'society-#','fate':['executed']}]}",
      "familyTies") {
    @Override
    PlainRule plain(String id, int round) {
      String society = "society-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.familyTies,
              it -> allOf(it.organisation().is(society), it.fate().includes("executed", "killed")));
    }
  },
  PLACE(
      0,
      "Residence",
      "place.is( \"place-#\" ), anyOf( country.isAbsent(), country.is( \"HM\" ) )",
      "{'residences':[{'place':'place-#'}]}",
      "residences") {
    @Override
    PlainRule plain(String id, int round) {
      String place = "place-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.residences,
              it ->
                  allOf(
                      it.place().is(place), anyOf(it.country().isAbsent(), it.country().is("HM"))));
    }
  },
  INCIDENT_ABROAD(
      0,
      "Incident",
      "type.isOneOf( \"incident-#\", \"incident-#-b\" ), byTheAuthorities( this ),"
          + " onTheApplicant( this ), isNot( country.is( \"BV\" ) )",
      "{'incidents':[{'type':'incident-#','actor':'origin-authorities','target':'applicant',"
          + "'country':'HM'}]}",
      "incidents") {
    @Override
    PlainRule plain(String id, int round) {
      String one = "incident-" + round;
      String other = one + "-b";
      return (items, findings) ->
          findings.ofEach(
              id,
              items.incidents,
              it ->
                  allOf(
                      it.type().isOneOf(one, other),
                      byTheAuthorities(it),
                      onTheApplicant(it),
                      isNot(it.country().is("BV"))));
    }
  },
  ACTIVITY_ABROAD(
      0,
      "Activity",
      "type.isOneOf( \"activity-#\", \"activity-#-b\" ), linkedSociety( organisation ),"
          + " isNot( country.is( \"BV\" ) )",
      "{'activities':[{'type':'activity-#','organisation':'wardens','country':'HM'}]}",
      "activities") {
    @Override
    PlainRule plain(String id, int round) {
      String one = "activity-" + round;
      String other = one + "-b";
      return (items, findings) ->
          findings.ofEach(
              id,
              items.activities,
              it ->
                  allOf(
                      it.type().isOneOf(one, other),
                      linkedSociety(it.organisation()),
                      isNot(it.country().is("BV"))));
    }
  },
  ACTIVITY_AT_HOME(
      0,
      "Activity",
      "type.is( \"activity-#\" ), linkedSociety( organisation ), country.is( \"BV\" )",
      "{'activities':[{'type':'activity-#','organisation':'wardens','country':'BV'}]}",
      "activities") {
    @Override
    PlainRule plain(String id, int round) {
      String type = "activity-" + round;
      return (items, findings) ->
          findings.ofEach(
              id,
              items.activities,
              it ->
                  allOf(
                      it.type().is(type), linkedSociety(it.organisation()), it.country().is("BV")));
    }
  },
  /** Custody before the proceedings of another case, or proceedings during a stay abroad. */
  JOIN(
      0,
      "",
      "",
      "{'detentions':[{'country':'BV','case':'a','from':'1999-01-01'}],'proceedings':"
          + "[{'country':'BV','case':'b','date':'2004-01-01','allegedActs':['act-@']}],'residences':"
          + "[{'country':'HM','from':'2003','to':'2005'}]}",
      "detentions",
      "proceedings",
      "residences") {
    @Override
    String when(int round) {
      return (isOfCases(round) ? CASES : STAY).replace("@", String.valueOf(actOf(round)));
    }

    @Override
    String witnesses() {
      return "$first, $item";
    }

    @Override
    List<String> groups(int round) {
      return isOfCases(round)
          ? List.of("detentions", "proceedings")
          : List.of("proceedings", "residences");
    }

    @Override
    List<String> facts(int round) {
      return groups(round).stream().map(group -> "/" + group + "/0").toList();
    }

    @Override
    PlainRule plain(String id, int round) {
      String act = "act-" + actOf(round);
      return isOfCases(round)
          ? (items, findings) ->
              findings.ofPairs(
                  id,
                  items.detentions,
                  it -> allOf(inVeldmark(it), notAnothers(it.organisation())),
                  items.proceedings,
                  it ->
                      allOf(
                          inVeldmark(it),
                          notAnothers(it.organisation()),
                          it.allegedActs().includes(act)),
                  (earlier, before, later, after) ->
                      allOf(
                          before,
                          after,
                          earlier.from().isBefore(later.date()),
                          earlier.caseLabel().differsFrom(later.caseLabel())))
          : (items, findings) ->
              findings.ofPairs(
                  id,
                  items.residences,
                  it -> it.whereabouts().is("HM"),
                  items.proceedings,
                  it ->
                      allOf(
                          inVeldmark(it),
                          notAnothers(it.organisation()),
                          it.allegedActs().includes(act)),
                  (stay, abroad, proceeding, prosecuted) ->
                      allOf(
                          abroad,
                          prosecuted,
                          isNot(proceeding.date().isBefore(stay.from())),
                          isNot(stay.to().isBefore(proceeding.date()))));
    }
  };

  private static final int ACTS_IN_A_ROUND = 4;

  private static final String CASES =
      """
          $first : Detention(
            $one : allOf( inVeldmark( this ), notAnothers( organisation ) ),
            $one.isTrueOrOpen() )
          $item : Proceeding(
            $other : allOf(
              inVeldmark( this ),
              notAnothers( organisation ),
              allegedActs.includes( "act-@" ) ),
            $other.isTrueOrOpen() )
          $reading : Reading( isTrueOrOpen() ) from allOf(
              $one,
              $other,
              $first.from().isBefore( $item.date() ),
              $first.caseLabel().differsFrom( $item.caseLabel() ) )
      """;

  private static final String STAY =
      """
          $first : Residence(
            $one : allOf( whereabouts.is( "HM" ) ),
            $one.isTrueOrOpen() )
          $item : Proceeding(
            $other : allOf(
              inVeldmark( this ),
              notAnothers( organisation ),
              allegedActs.includes( "act-@" ) ),
            $other.isTrueOrOpen() )
          $reading : Reading( isTrueOrOpen() ) from allOf(
              $one,
              $other,
              isNot( $item.date().isBefore( $first.from() ) ),
              isNot( $first.to().isBefore( $item.date() ) ) )
      """;

  private final int act;
  private final String kind;
  private final String condition;
  private final String matched;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> groups;

  /**
   * A shape.
   *
   * @param act which of the acts of a round it asks for, if it does
   * @param kind the kind of item that it is about
   * @param condition what it asks of the item, as a rule does
   * @param matched the facts of a case that it matches, with {@code '} for a quotation mark
   * @param groups the groups that it reads; the witness of the case is the first item of the first
   */
  Shape(int act, String kind, String condition, String matched, String... groups) {
    this.act = act;
    this.kind = kind;
    this.condition = condition;
    this.matched = matched;
    this.groups = List.copyOf(Arrays.asList(groups));
  }

  /** The condition in plain Java. */
  abstract PlainRule plain(String id, int round);

  /** The left side of its rule. */
  String when(int round) {
    return "    $item : "
        + kind
        + "(\n      $reading : allOf( "
        + filled(condition, round)
        + " ),\n      $reading.isTrueOrOpen() )\n";
  }

  /** The items that its rule concludes from. */
  String witnesses() {
    return "$item";
  }

  /** The groups that it reads. */
  List<String> groups(int round) {
    return groups;
  }

  /** The facts of a case that it matches, by group. */
  Map<String, JsonNode> matched(int round) {
    String json = filled(matched, round).replace('\'', '"');
    try {
      Map<String, JsonNode> groups = new TreeMap<>();
      StrictJson.read(json.getBytes(StandardCharsets.UTF_8))
          .properties()
          .forEach(group -> groups.put(group.getKey(), group.getValue()));
      return groups;
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(json, e);
    }
  }

  /** The witnesses in that case. */
  List<String> facts(int round) {
    return List.of("/" + groups.get(0) + "/0");
  }

  /**
   * Whether the profile of the growth benchmark meets it: that of the first two rounds, and no
   * other but the times in custody, of which more rounds hold more.
   */
  boolean isMet(int round) {
    return round < 2 && this != PERIOD;
  }

  /** Its name as an id. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String filled(String text, int round) {
    return text.replace("#", String.valueOf(round))
        .replace("@", String.valueOf(actOf(round)))
        .replace("YEAR", String.valueOf(year(round)))
        .replace("MONTH", String.valueOf(month(round)))
        .replace("MM", String.format(Locale.ROOT, "%02d", month(round)));
  }

  int actOf(int round) {
    return ACTS_IN_A_ROUND * round + act + (this == JOIN && !isOfCases(round) ? 1 : 0);
  }

  private static boolean isOfCases(int round) {
    return round % 2 == 0;
  }

  /** Three months of each year, from 1950. */
  private static int year(int round) {
    return 1950 + round / 3;
  }

  private static int month(int round) {
    return 1 + 4 * (round % 3);
  }

  PlainRule act(String id, int round) {
    String act = "act-" + actOf(round);
    return (items, findings) -> {
      findings.ofEach(
          id,
          items.proceedings,
          it ->
              allOf(
                  inVeldmark(it), notAnothers(it.organisation()), it.allegedActs().includes(act)));
      findings.ofEach(
          id,
          items.detentions,
          it ->
              allOf(
                  inVeldmark(it), notAnothers(it.organisation()), it.allegedActs().includes(act)));
    };
  }
}
