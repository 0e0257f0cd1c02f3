package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// What a network is to say of each sample.
public sealed interface Target {
    /// How many samples it knows.
    int rows();

    /// One of some classes.
    ///
    /// @param count how many classes there are, at least 2
    /// @param of the class of each sample, 0..count−1; copied in and out
    record Classes(int count, int[] of) implements Target {
        /// @throws Refusal if there is one class alone
        public Classes {
            of = of.clone();
            if (count < 2) {
                throw new Refusal(
                        "the target has %d class: there is nothing to tell apart; choose a column with two or more"
                                .formatted(count));
            }
            for (int row = 0; row < of.length; row++) {
                if (of[row] < 0 || of[row] >= count) {
                    throw new IllegalArgumentException(
                            "class %d of row %d is outside 0..%d"
                                    .formatted(of[row], row + 1, count - 1));
                }
            }
        }

        @Override
        public int[] of() {
            return of.clone();
        }

        @Override
        public int rows() {
            return of.length;
        }
    }

    /// A number.
    ///
    /// @param of the number of each sample; copied in and out
    record Numbers(float[] of) implements Target {
        public Numbers {
            of = of.clone();
        }

        @Override
        public float[] of() {
            return of.clone();
        }

        @Override
        public int rows() {
            return of.length;
        }
    }

    /// The target of each sample as a number: a class by its index.
    default float[] numbers() {
        return switch (this) {
            case Numbers(float[] of) -> of;
            case Classes(int _, int[] of) -> {
                float[] numbers = new float[of.length];
                for (int row = 0; row < of.length; row++) {
                    numbers[row] = of[row];
                }
                yield numbers;
            }
        };
    }
}
