package dev.indicia.profile;

/**
 * A part of the profile that leaves a condition open.
 *
 * @param pointer JSON Pointer (RFC 6901) into the profile
 * @param cause why it is open
 */
public record Missing(String pointer, Cause cause) {}
