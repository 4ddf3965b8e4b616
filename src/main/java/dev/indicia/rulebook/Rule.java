package dev.indicia.rulebook;

/**
 * A rule, as it is written.
 *
 * @param name its name, a sentence
 * @param file its file in the rulebook's folder
 * @param firstLine its first line in the file, from 1
 * @param lastLine its last line
 * @param text its text
 * @param sha256 of the text
 */
public record Rule(
    String name, String file, int firstLine, int lastLine, String text, String sha256) {}
