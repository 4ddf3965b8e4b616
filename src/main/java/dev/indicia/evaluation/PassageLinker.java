package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.profile.Facet;
import dev.indicia.profile.Field;
import dev.indicia.profile.Item;
import dev.indicia.profile.Reading;
import dev.indicia.rulebook.Indicator;
import dev.indicia.source.Stance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links the passages of a matched indicator to its witnesses. A passage is linked unless one of its
 * facets contradicts what every witness states about the same field; one that limits is always
 * linked. Passages that carry the same facets are held against the witnesses once.
 */
final class PassageLinker {
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<Criterion>> facetSets;

  PassageLinker(Indicator indicator) {
    Map<Map<String, List<String>>, Integer> facetSetOf = new LinkedHashMap<>();
    for (Indicator.Passage passage : indicator.passages()) {
      Map<String, List<String>> facets = passage.link().facets();
      facetSetOf.putIfAbsent(facets, facetSetOf.size());
      candidates.add(
          new Candidate(passage.excerpt().id(), passage.link().stance(), facetSetOf.get(facets)));
    }
    facetSets = facetSetOf.keySet().stream().map(PassageLinker::criteria).toList();
  }

  private static List<Criterion> criteria(Map<String, List<String>> facets) {
    return facets.entrySet().stream()
        .map(facet -> new Criterion(Facet.ofCode(facet.getKey()).orElseThrow(), facet.getValue()))
        .toList();
  }

  /** Holds every passage against the witnesses. */
  Result link(List<Item> witnesses) {
    List<Judgement> judgements = new ArrayList<>(facetSets.size());
    facetSets.forEach(criteria -> judgements.add(judge(criteria, witnesses)));
    List<Link> links = new ArrayList<>(candidates.size());
    List<NotLinked> notLinked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Judgement judgement = judgements.get(candidate.facetSet());
      FacetNote contradicted = judgement.contradicted();
      if (contradicted == null || candidate.stance() == Stance.LIMITS) {
        links.add(
            new Link(candidate.excerpt(), candidate.stance(), judgement.met(), judgement.notMet()));
      } else {
        notLinked.add(new NotLinked(candidate.excerpt(), contradicted));
      }
    }
    return new Result(links, notLinked);
  }

  private static Judgement judge(List<Criterion> criteria, List<Item> witnesses) {
    List<FacetNote> met = new ArrayList<>(criteria.size());
    List<FacetNote> notMet = new ArrayList<>(criteria.size());
    FacetNote firstContradicted = null;
    for (Criterion criterion : criteria) {
      Field first = null;
      Field meeting = null;
      boolean contradicted = true;
      for (Item witness : witnesses) {
        Field field = witness.field(criterion.facet()).orElse(null);
        if (field == null) {
          continue;
        }
        first = first == null ? field : first;
        Reading reading = field.meets(criterion.values());
        contradicted &= reading.isFalse();
        if (reading.isTrue()) {
          meeting = field;
          break;
        }
      }
      if (meeting != null) {
        met.add(criterion.note(meeting));
      } else {
        FacetNote note = criterion.note(contradicted ? first : null);
        notMet.add(note);
        if (firstContradicted == null && contradicted && first != null) {
          firstContradicted = note;
        }
      }
    }
    return new Judgement(met, notMet, firstContradicted);
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

  /** A passage, with the number of its facet set. */
  private record Candidate(String excerpt, Stance stance, int facetSet) {}

  /** A facet and its values, any of which will do. */
  private record Criterion(Facet facet, List<String> values) {
    FacetNote note(@Nullable Field field) {
      return new FacetNote(facet.code(), values, field == null ? null : field.pointerTo(values));
    }
  }

  /** How a facet set stands to the witnesses. */
  private record Judgement(
      List<FacetNote> met, List<FacetNote> notMet, @Nullable FacetNote contradicted) {}
}
