package dev.indicia.evaluation;

import dev.indicia.json.CanonicalJson.Fragment;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Profile;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.IndicatorReading;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import dev.indicia.source.Stance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one profile, one rulebook and one day give: every indicator of the register with the facts,
 * rules and passages behind it. It has no place for a conclusion.
 *
 * @param profile the profile that was read
 * @param rulebook the rulebook that it was read by
 * @param entries one for each indicator, in register order
 * @param excerpts every passage that an entry or a disagreement names, once each, in corpus order
 * @param disagreements points on which sources differ that touch a linked passage
 * @param unlinked recorded items that no matched indicator rests on, by pointer
 * @param unrecognised terms that resolve to no code, by pointer
 * @param sources every source that is quoted, in corpus order
 */
public record EvidenceSummary(
    Profile profile,
    Rulebook rulebook,
    List<Entry> entries,
    List<Excerpt> excerpts,
    List<Disagreement> disagreements,
    List<Fact> unlinked,
    List<Unrecognised> unrecognised,
    List<Source> sources) {

  /**
   * A recorded item, as recorded, without its note.
   *
   * @param pointer where it stands in the profile
   * @param value its canonical JSON
   */
  public record Fact(String pointer, Fragment value) {}

  /**
   * An indicator, read for the profile.
   *
   * @param indicator the indicator
   * @param status matched, not matched or not stated
   * @param facts the witnesses; only when matched
   * @param missing what leaves it open; only when not stated
   * @param links the passages that are linked; only when matched
   * @param notLinked the passages that a facet ruled out
   */
  public record Entry(
      Indicator indicator,
      IndicatorReading.Status status,
      List<Fact> facts,
      List<Gap> missing,
      List<Link> links,
      List<NotLinked> notLinked) {
    /** Copies its lists. */
    public Entry {
      facts = List.copyOf(facts);
      missing = List.copyOf(missing);
      links = List.copyOf(links);
      notLinked = List.copyOf(notLinked);
    }
  }

  /**
   * A part of the profile that leaves an indicator open.
   *
   * @param missing the part and why it is open
   * @param reason the profile's own reason, if it gives one
   */
  public record Gap(Missing missing, Optional<String> reason) {}

  /**
   * A passage that is linked to a matched indicator.
   *
   * @param passage the passage, and what it does for the indicator
   * @param facets its facets, held against the facts
   */
  public record Link(Indicator.Passage passage, FacetNotes facets) {
    /** Id of the passage. */
    public String excerpt() {
      return passage.excerpt().id();
    }

    /** What it does for the indicator. */
    public Stance stance() {
      return passage.link().stance();
    }
  }

  /**
   * The facets of a passage, held against the facts. Passages with the same facets share it.
   *
   * @param met those that a witness meets
   * @param notMet those that no witness meets
   * @param contradicted the first that every witness states otherwise; null if there is none
   */
  public record FacetNotes(
      List<FacetNote> met, List<FacetNote> notMet, @Nullable FacetNote contradicted) {
    /** Copies its lists. */
    public FacetNotes {
      met = List.copyOf(met);
      notMet = List.copyOf(notMet);
    }

    /** Whether the facts state none of them. */
    boolean stateNothing() {
      return met.isEmpty() && contradicted == null;
    }
  }

  /**
   * A passage that is not linked, since what every witness states about a field differs.
   *
   * @param excerpt id of the passage
   * @param facet the facet that ruled it out
   */
  public record NotLinked(String excerpt, FacetNote facet) {}

  /**
   * A facet of a passage, held against the facts.
   *
   * @param facet its name
   * @param values its values, any of which will do
   * @param pointer the recorded field that it was held against; null where none is stated
   */
  public record FacetNote(String facet, List<String> values, @Nullable String pointer) {}

  /**
   * A term that the vocabulary does not know.
   *
   * @param term the term and its place
   * @param readBy ids of the indicators whose conditions read it, in register order
   */
  public record Unrecognised(Profile.UnrecognisedTerm term, List<String> readBy) {}

  /** Copies its lists. */
  public EvidenceSummary {
    entries = List.copyOf(entries);
    excerpts = List.copyOf(excerpts);
    disagreements = List.copyOf(disagreements);
    unlinked = List.copyOf(unlinked);
    unrecognised = List.copyOf(unrecognised);
    sources = List.copyOf(sources);
  }
}
