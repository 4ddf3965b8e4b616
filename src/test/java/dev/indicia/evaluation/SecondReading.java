package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.oracle.Reading;
import dev.indicia.oracle.RegisterOracle;
import dev.indicia.oracle.TermResolver;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The oracle's reading of a profile, written so that it can be held against a summary's. */
public final class SecondReading {
  private final Vocabulary vocabulary;
  private final RegisterOracle oracle;

  /** A reading whose terms are resolved by a vocabulary. */
  public SecondReading(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.oracle = new RegisterOracle(resolver(vocabulary));
  }

  /** Reads a profile for the day that it states. */
  public Map<String, Reading> read(ObjectNode profile) {
    return oracle.read(profile, LocalDate.parse(profile.get("asOf").stringValue()));
  }

  /** The recorded items that no matched indicator rests on, by pointer. */
  public List<String> unlinked(ObjectNode profile, Map<String, Reading> readings) {
    return oracle.unlinked(profile, readings);
  }

  /** Status, facts and gaps of each indicator, as the oracle reads them. */
  public static Map<String, String> lines(Map<String, Reading> readings) {
    Map<String, String> lines = new LinkedHashMap<>();
    readings.forEach(
        (id, reading) -> {
          List<String> missing = new ArrayList<>();
          reading.missing().forEach((pointer, cause) -> missing.add(pointer + "=" + cause));
          lines.put(id, reading.status() + " " + new ArrayList<>(reading.facts()) + " " + missing);
        });
    return lines;
  }

  /** Status, facts and gaps of each indicator, as a summary has them. */
  public static Map<String, String> lines(EvidenceSummary summary) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Entry entry : summary.entries()) {
      lines.put(
          entry.indicator().id(),
          entry.status().code()
              + " "
              + entry.facts().stream().map(Fact::pointer).toList()
              + " "
              + entry.missing().stream().map(SecondReading::line).toList());
    }
    return lines;
  }

  private static String line(Gap gap) {
    return gap.missing().pointer() + "=" + gap.missing().cause().code();
  }

  /** A few names of each kind, the ambiguous ones among them. */
  public Map<String, List<String>> names() {
    Map<String, List<String>> names = new TreeMap<>();
    for (String kind : vocabulary.kinds()) {
      List<String> some = new ArrayList<>();
      for (Term term : vocabulary.terms(kind)) {
        term.names().values().forEach(all -> all.stream().limit(2).forEach(some::add));
      }
      if (kind.equals("place")) {
        some.addAll(List.of("Ashraf", "Camp Ashraf"));
      }
      if (kind.equals("court")) {
        some.add("Branch 15 of the Revolutionary Court of Tehran");
      }
      names.put(kind, some);
    }
    return names;
  }

  private static TermResolver resolver(Vocabulary vocabulary) {
    return new TermResolver() {
      @Override
      public List<String> codes(String kind, String text) {
        return vocabulary.codes(kind, text);
      }

      @Override
      public Optional<String> countryOfPlace(String placeCode) {
        return vocabulary.term("place", placeCode).map(Term::country);
      }
    };
  }
}
