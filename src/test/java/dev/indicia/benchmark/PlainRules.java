package dev.indicia.benchmark;

import static dev.indicia.benchmark.PlainDefinitions.notBefore;
import static dev.indicia.profile.Reading.allOf;
import static dev.indicia.profile.Reading.anyOf;
import static dev.indicia.profile.RecordedDate.day;

import dev.indicia.profile.Coded;
import dev.indicia.profile.Detention;
import dev.indicia.profile.Item;
import dev.indicia.profile.Measure;
import dev.indicia.profile.Proceeding;
import dev.indicia.profile.Profile;
import dev.indicia.profile.Reading;
import dev.indicia.profile.RecordedDate;
import dev.indicia.rulebook.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The conditions of a generated rulebook in plain Java: one function for each rule. */
final class PlainRules {
  private static final RecordedDate PRESENT_AUTHORITIES = day(1948, 5, 1);

  private final List<PlainRule> rules;

  PlainRules(List<PlainRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A rule: reads what it needs of a profile, and adds what it finds. */
  interface PlainRule {
    void read(ItemsByKind items, Findings findings);
  }

  /** What two joined items come to, each with the reading of its own condition. */
  interface Join<A, B> {
    Reading read(A one, Reading ofOne, B other, Reading ofOther);
  }

  /** What the rules conclude for a profile, by indicator, in no order. */
  Map<String, List<Finding>> findings(Profile profile) {
    ItemsByKind items = new ItemsByKind(profile);
    Findings findings = new Findings();
    for (PlainRule rule : rules) {
      rule.read(items, findings);
    }
    return findings.byIndicator;
  }

  /** Takes what is true or open. */
  static final class Findings {
    private final Map<String, List<Finding>> byIndicator = new HashMap<>();

    private void add(String indicator, Reading reading, Item... items) {
      byIndicator
          .computeIfAbsent(indicator, id -> new ArrayList<>())
          .add(Finding.of(indicator, reading, items));
    }

    <T extends Item> void ofEach(
        String indicator, List<? extends T> items, Function<? super T, Reading> condition) {
      for (T item : items) {
        Reading reading = condition.apply(item);
        if (reading.isTrueOrOpen()) {
          add(indicator, reading, item);
        }
      }
    }

    /** Only what meets its own condition is held against the other side. */
    <A extends Item, B extends Item> void ofPairs(
        String indicator,
        List<A> ones,
        Function<A, Reading> ofOne,
        List<B> others,
        Function<B, Reading> ofOther,
        Join<A, B> join) {
      List<B> met = new ArrayList<>();
      List<Reading> readings = new ArrayList<>();
      for (B other : others) {
        Reading reading = ofOther.apply(other);
        if (reading.isTrueOrOpen()) {
          met.add(other);
          readings.add(reading);
        }
      }
      if (met.isEmpty()) {
        return;
      }
      for (A one : ones) {
        Reading own = ofOne.apply(one);
        for (int i = 0; own.isTrueOrOpen() && i < met.size(); i++) {
          Reading reading = join.read(one, own, met.get(i), readings.get(i));
          if (reading.isTrueOrOpen()) {
            add(indicator, reading, one, met.get(i));
          }
        }
      }
    }
  }

  // The definitions of the rulebook, as veldmark/definitions.drl has them.

  static Reading linkedSociety(Coded organisation) {
    return organisation.isOneOf("wardens", "wardens-youth", "wardens-council");
  }

  static Reading notAnothers(Coded organisation) {
    return anyOf(organisation.isAbsent(), linkedSociety(organisation));
  }

  static Reading inVeldmark(Measure measure) {
    return allOf(
        measure.country().is("BV"),
        measure instanceof Proceeding proceeding
            ? notBefore(proceeding.date(), PRESENT_AUTHORITIES)
            : notBefore((Detention) measure, PRESENT_AUTHORITIES));
  }
}
