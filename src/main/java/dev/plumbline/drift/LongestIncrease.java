package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The longest increasing subsequence, by patience sorting: n log n. */
final class LongestIncrease {

    private LongestIncrease() {}

    /** Indices of the numbers that are not part of it. */
    static List<Integer> outside(long[] numbers) {
        int[] tails = new int[numbers.length];
        int[] previous = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            long number = numbers[i];
            int at = firstNotBelow(numbers, tails, length, number);
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        BitSet inside = new BitSet(numbers.length);
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            inside.set(i);
        }
        List<Integer> outside = new ArrayList<>();
        for (int i = inside.nextClearBit(0); i < numbers.length; i = inside.nextClearBit(i + 1)) {
            outside.add(i);
        }
        return outside;
    }

    private static int firstNotBelow(long[] numbers, int[] tails, int length, long number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[tails[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
