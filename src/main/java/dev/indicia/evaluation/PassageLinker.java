package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.FacetNotes;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.profile.Facet;
import dev.indicia.profile.FacetValues;
import dev.indicia.profile.Field;
import dev.indicia.profile.Item;
import dev.indicia.profile.Reading;
import dev.indicia.rulebook.Indicator;
import dev.indicia.source.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Links the passages of a matched indicator to its witnesses. A passage is linked unless one of its
 * facets contradicts what every witness states about the same field; one that limits is always
 * linked.
 *
 * <p>Many passages share facets. Each facet with its values is held against the witnesses once,
 * each set of facets is noted once, and what is the same for every profile is made once for all of
 * them.
 */
final class PassageLinker {
  private final List<Criterion> criteria = new ArrayList<>();
  private final List<FacetSet> facetSets = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * A linker for the passages of an indicator.
   *
   * @param places the place of each passage in the corpus, by id
   */
  PassageLinker(Indicator indicator, Map<String, Integer> places) {
    Map<Map.Entry<String, List<String>>, Integer> numbers = new HashMap<>();
    Map<Map<String, List<String>>, Integer> numbersOfSets = new HashMap<>();
    for (Indicator.Passage passage : indicator.passages()) {
      Map<String, List<String>> facets = passage.link().facets();
      Integer set = numbersOfSets.get(facets);
      if (set == null) {
        set = facetSets.size();
        numbersOfSets.put(facets, set);
        facetSets.add(facetSet(facets, numbers));
      }
      int place = Objects.requireNonNull(places.get(passage.excerpt().id()));
      candidates.add(
          new Candidate(place, set, new Link(passage, facetSets.get(set).nothingStated)));
    }
  }

  /** Takes its criteria up among those of the linker, as far as they are new. */
  private FacetSet facetSet(
      Map<String, List<String>> facets, Map<Map.Entry<String, List<String>>, Integer> numbers) {
    int[] own = new int[facets.size()];
    int count = 0;
    for (Map.Entry<String, List<String>> facet : facets.entrySet()) {
      Integer number = numbers.get(facet);
      if (number == null) {
        number = criteria.size();
        numbers.put(facet, number);
        criteria.add(new Criterion(facet.getKey(), facet.getValue()));
      }
      own[count++] = number;
    }
    return new FacetSet(own, criteria);
  }

  /**
   * Holds every passage against the witnesses.
   *
   * @param allLinked receives the places of the passages that are linked
   * @param allNotLinked receives the places of those that a facet ruled out
   */
  Result link(List<Item> witnesses, BitSet allLinked, BitSet allNotLinked) {
    Outcome[] outcomes = new Outcome[criteria.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = criteria.get(i).heldAgainst(witnesses);
    }
    FacetNotes[] notes = new FacetNotes[facetSets.size()];
    for (int i = 0; i < notes.length; i++) {
      notes[i] = facetSets.get(i).notes(outcomes);
    }
    List<NotLinked> notLinked = new ArrayList<>();
    Link[] links = new Link[candidates.size()];
    int linked = 0;
    for (Candidate candidate : candidates) {
      FacetNotes facets = notes[candidate.facetSet()];
      FacetNote contradicted = facets.contradicted();
      if (contradicted != null && candidate.canBeRuledOut()) {
        notLinked.add(new NotLinked(candidate.nothingStated().excerpt(), contradicted));
        allNotLinked.set(candidate.place());
      } else {
        links[linked++] = candidate.link(facets);
        allLinked.set(candidate.place());
      }
    }
    return new Result(
        List.of(linked == links.length ? links : Arrays.copyOf(links, linked)), notLinked);
  }

  /**
   * What became of an indicator's passages.
   *
   * @param links the linked passages, in corpus order
   * @param notLinked the passages that a facet ruled out, in corpus order
   */
  record Result(List<Link> links, List<NotLinked> notLinked) {
    /** Of an indicator that is not matched. */
    static final Result NONE = new Result(List.of(), List.of());
  }

  /**
   * A passage that may be linked.
   *
   * @param place where it stands in the corpus
   * @param facetSet the number of its facet set
   * @param nothingStated its link where the witnesses state none of its facets
   */
  private record Candidate(int place, int facetSet, Link nothingStated) {
    boolean canBeRuledOut() {
      return nothingStated.stance() != Stance.LIMITS;
    }

    Link link(FacetNotes notes) {
      return notes.stateNothing() ? nothingStated : new Link(nothingStated.passage(), notes);
    }
  }

  /** A facet and its values, any of which will do. */
  private static final class Criterion {
    private final FacetValues wanted;
    private final Outcome notStated;

    Criterion(String facet, List<String> values) {
      this.wanted = FacetValues.of(Facet.ofCode(facet).orElseThrow(), values);
      this.notStated = new Outcome(note(null), false);
    }

    /**
     * Met by the first witness that meets it; contradicted if every one that has the field does.
     */
    Outcome heldAgainst(List<Item> witnesses) {
      Field first = null;
      boolean contradicted = true;
      for (int i = 0; i < witnesses.size(); i++) {
        Field field = witnesses.get(i).field(wanted.facet()).orElse(null);
        if (field == null) {
          continue;
        }
        Reading reading = field.meets(wanted);
        if (reading.isTrue()) {
          return new Outcome(note(field), true);
        }
        first = first == null ? field : first;
        contradicted &= reading.isFalse();
      }
      return first != null && contradicted ? new Outcome(note(first), false) : notStated;
    }

    private FacetNote note(@Nullable Field field) {
      return new FacetNote(
          wanted.facet().code(), wanted.values(), field == null ? null : field.pointerTo(wanted));
    }
  }

  /**
   * How a criterion stands to the witnesses: met, contradicted by all, or not stated.
   *
   * @param note names the field that meets or contradicts it
   */
  private record Outcome(FacetNote note, boolean met) {
    boolean isStated() {
      return note.pointer() != null;
    }
  }

  /** The facets of a passage, by their numbers among the criteria. */
  private static final class FacetSet {
    private final int[] facets;
    private final FacetNotes nothingStated;

    FacetSet(int[] facets, List<Criterion> criteria) {
      this.facets = facets;
      this.nothingStated =
          new FacetNotes(
              List.of(),
              Arrays.stream(facets).mapToObj(i -> criteria.get(i).notStated.note()).toList(),
              null);
    }

    FacetNotes notes(Outcome[] outcomes) {
      int met = 0;
      FacetNote contradicted = null;
      for (int facet : facets) {
        Outcome outcome = outcomes[facet];
        if (outcome.met()) {
          met++;
        } else if (outcome.isStated() && contradicted == null) {
          contradicted = outcome.note();
        }
      }
      return met == 0 && contradicted == null
          ? nothingStated
          : new FacetNotes(
              notes(outcomes, true, met),
              notes(outcomes, false, facets.length - met),
              contradicted);
    }

    private List<FacetNote> notes(Outcome[] outcomes, boolean met, int count) {
      FacetNote[] notes = new FacetNote[count];
      int at = 0;
      for (int facet : facets) {
        if (outcomes[facet].met() == met) {
          notes[at++] = outcomes[facet].note();
        }
      }
      return List.of(notes);
    }
  }
}
