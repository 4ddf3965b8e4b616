package dev.indicia.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a source says from what it only cites: its notes, addresses and titles of works. */
public final class Bibliography {
  private static final Pattern ADDRESS = Pattern.compile("https?://");

  /** {@code 26. Author, Title …} and {@code 26 Author, Title …} */
  private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{1,3})\\.?\\s+(\\S.*)");

  /** A number alone, as pages are numbered; a list of works as an encyclopedia prints it. */
  private static final Pattern NOTE =
      Pattern.compile(
          "\\s*\\d{1,4}\\s*|\\s*\\d{1,3}\\.?\\s+\\^.*|.*,\\s*url\\s*(?:[;,].*|$)"
              + "|.*\\b[Rr]etrieved \\d{1,2} \\p{L}+ \\d{4}\\b.*");

  /** Shorter titles are words of any text. */
  private static final int SHORTEST_TITLE = 8;

  /** Letters of a citation beside publisher, title and date: an author, a page. */
  private static final int LETTERS_OF_AN_AUTHOR = 20;

  private Bibliography() {}

  /**
   * Whether an address stands in a passage, or a note or a page's number begins in it.
   *
   * @param before what stands before the passage: its first line counts if it begins one
   * @param after the rest of its last line, or of what is at hand of it
   */
  public static boolean runsOverNotes(Source source, String before, String passage, String after) {
    if (ADDRESS.matcher(passage).find()) {
      return true;
    }
    boolean beginsLine = before.isBlank() || before.stripTrailing().length() < lastBreak(before);
    List<String> lines = (passage + after.lines().findFirst().orElse("")).lines().toList();
    return lines.subList(beginsLine ? 0 : 1, lines.size()).stream()
        .anyMatch(line -> isNote(source, line));
  }

  /** After the last line break; what follows it is white space if the rest is. */
  private static int lastBreak(String text) {
    return text.lastIndexOf('\n') + 1;
  }

  private static boolean isNote(Source source, String line) {
    if (NOTE.matcher(line).matches()) {
      return true;
    }
    Matcher numbered = NUMBERED.matcher(line);
    if (!numbered.matches()) {
      return false;
    }
    String rest = letters(numbered.group(2));
    return source.footnotes().getOrDefault(numbered.group(1), List.of()).stream()
        .anyMatch(
            work ->
                rest.startsWith(letters(work.publisher()))
                    || (work.title() != null && rest.contains(letters(work.title()))));
  }

  /** Whether a passage is no more than the title, or the citation, of a work that is cited. */
  public static boolean isCitation(Source source, String passage) {
    String words = letters(passage);
    return source.footnotes().values().stream()
        .flatMap(List::stream)
        .anyMatch(work -> isCitation(work, words));
  }

  private static boolean isCitation(CitedWork work, String words) {
    String title = work.title() == null ? "" : letters(work.title());
    if (title.length() < SHORTEST_TITLE || words.length() < SHORTEST_TITLE) {
      return false;
    }
    if (title.contains(words)) {
      return true;
    }
    if (!words.contains(title)) {
      return false;
    }
    String rest = words.replace(title, "").replace(letters(work.publisher()), "");
    if (work.date() != null) {
      rest = rest.replace(letters(work.date()), "");
    }
    return rest.replaceAll("\\d", "").length() < LETTERS_OF_AN_AUTHOR;
  }

  /** Letters and digits alone, in small letters: printing differs in the rest. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
