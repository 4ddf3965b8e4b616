package dev.indicia.web;

import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.CanonicalJson.Fragment;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.Rule;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the service answers about a rulebook, written once at the start, by path. */
final class Answers {
  /**
   * One answer.
   *
   * @param json JSON in UTF-8; a new stream each time, over the same bytes
   * @param length how many bytes it has
   * @param etag its entity tag
   */
  record Answer(Supplier<InputStream> json, int length, String etag) {}

  private final Map<String, Answer> byPath = new HashMap<>();

  Answers(Rulebook rulebook) {
    put("/v1/rulebook", rulebook(rulebook));
    put("/v1/indicators", register(rulebook));
    for (Indicator indicator : rulebook.indicators()) {
      put("/v1/indicators/" + indicator.id(), indicator(indicator));
    }
    List<Source> sources = rulebook.library().sources();
    put(
        "/v1/sources",
        Map.of("sources", sources.stream().map(EvidenceSummaryWriter::source).toList()));
    sources.forEach(source -> put("/v1/sources/" + source.id(), source(source)));
    List<Excerpt> excerpts = rulebook.library().excerpts();
    Map<String, Fragment> written = new LinkedHashMap<>();
    excerpts.forEach(excerpt -> written.put(excerpt.id(), Fragment.of(excerpt(excerpt))));
    put("/v1/excerpts", Map.of("excerpts", List.copyOf(written.values())));
    written.forEach((id, excerpt) -> put("/v1/excerpts/" + id, excerpt));
    put(
        "/v1/disagreements",
        Map.of(
            "disagreements",
            rulebook.disagreements().stream().map(one -> disagreement(one, written)).toList()));
    put("/schemas/profile.json", resource("/schemas/profile.json"));
    put("/schemas/evidence-summary.json", resource("/schemas/evidence-summary.json"));
    put("/openapi.json", resource("/openapi.json"));
  }

  /** The answer at a path, if there is one. */
  Optional<Answer> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private void put(String path, Object json) {
    put(path, CanonicalJson.write(json));
  }

  private void put(String path, String body) {
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    byPath.put(
        path,
        new Answer(
            () -> new ByteArrayInputStream(utf8),
            utf8.length,
            '"' + CanonicalJson.sha256(utf8) + '"'));
  }

  private static String resource(String name) {
    try (InputStream in = Answers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The build has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> rulebook(Rulebook rulebook) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", rulebook.id());
    out.put("version", rulebook.version());
    out.put("title", rulebook.title());
    out.put("notice", rulebook.notice());
    out.put("sha256", rulebook.sha256());
    out.put("parts", rulebook.hashes());
    return out;
  }

  private static Map<String, @Nullable Object> register(Rulebook rulebook) {
    return Map.of(
        "themes",
        rulebook.themes().stream()
            .map(theme -> Map.of("id", theme.id(), "label", theme.label()))
            .toList(),
        "indicators",
        rulebook.indicators().stream()
            .map(
                indicator ->
                    Map.of(
                        "id", indicator.id(),
                        "theme", indicator.theme(),
                        "label", indicator.label(),
                        "definition", indicator.definition()))
            .toList());
  }

  private static Map<String, @Nullable Object> indicator(Indicator indicator) {
    Map<String, @Nullable Object> review = new LinkedHashMap<>();
    review.put("state", indicator.review().state());
    review.put("on", indicator.review().on());
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", indicator.id());
    out.put("theme", indicator.theme());
    out.put("label", indicator.label());
    out.put("definition", indicator.definition());
    out.put("review", review);
    out.put("rules", indicator.rules().stream().map(Answers::rule).toList());
    out.put("excerpts", indicator.passages().stream().map(Answers::passage).toList());
    return out;
  }

  private static Map<String, @Nullable Object> rule(Rule rule) {
    return Map.of(
        "name", rule.name(),
        "file", rule.file(),
        "firstLine", rule.firstLine(),
        "lastLine", rule.lastLine(),
        "sha256", rule.sha256(),
        "text", rule.text());
  }

  private static Map<String, @Nullable Object> passage(Indicator.Passage passage) {
    Map<String, @Nullable Object> out = EvidenceSummaryWriter.excerpt(passage.excerpt());
    out.put("stance", passage.link().stance().code());
    out.put("facets", passage.link().facets());
    return out;
  }

  private static Map<String, @Nullable Object> excerpt(Excerpt excerpt) {
    Map<String, @Nullable Object> out = EvidenceSummaryWriter.excerpt(excerpt);
    out.put("checked", excerpt.checked().toString());
    out.put(
        "links",
        excerpt.links().stream()
            .map(
                link ->
                    Map.of(
                        "indicator", link.indicator(),
                        "stance", link.stance().code(),
                        "facets", link.facets()))
            .toList());
    return out;
  }

  private static Map<String, @Nullable Object> source(Source source) {
    Map<String, @Nullable Object> out = EvidenceSummaryWriter.source(source);
    out.put("length", source.length());
    out.put("quotable", source.quotable());
    out.put(
        "description",
        source.description().stream()
            .map(
                one ->
                    Map.of(
                        "aspect", one.aspect(),
                        "statement", one.statement(),
                        "basis", one.basis()))
            .toList());
    out.put(
        "citedPublishers",
        source.citedPublishers().stream()
            .map(
                one ->
                    Map.of("name", one.name(), "statement", one.statement(), "basis", one.basis()))
            .toList());
    Map<String, Object> footnotes = new LinkedHashMap<>();
    source
        .footnotes()
        .forEach((note, works) -> footnotes.put(note, works.stream().map(Answers::work).toList()));
    out.put("footnotes", footnotes);
    out.put(
        "searched",
        source.searched().stream()
            .map(one -> Map.of("indicator", one.indicator(), "on", one.on().toString()))
            .toList());
    out.put("excerpts", source.excerpts().stream().map(Excerpt::id).toList());
    return out;
  }

  private static Map<String, @Nullable Object> work(CitedWork work) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("publisher", work.publisher());
    out.put("title", work.title());
    out.put("date", work.date());
    out.put("url", work.url());
    out.put("locator", work.locator());
    return out;
  }

  private static Map<String, @Nullable Object> disagreement(
      Disagreement disagreement, Map<String, Fragment> excerpts) {
    return Map.of(
        "id", disagreement.id(),
        "topic", disagreement.topic(),
        "excerpts", disagreement.excerpts().stream().map(excerpts::get).toList());
  }
}
