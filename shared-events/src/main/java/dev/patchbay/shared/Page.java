package dev.patchbay.shared;

/**
 * A part of a list.
 *
 * @param number from 1
 * @param size how many entries a page holds, from 1
 */
public record Page(int number, int size) {

    /** How many entries come before this page. */
    public long offset() {
        return (long) (number - 1) * size;
    }
}
