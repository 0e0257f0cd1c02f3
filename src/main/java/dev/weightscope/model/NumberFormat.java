package dev.weightscope.model;

/// The binary number formats in which a network may keep its weights and its signal.
///
/// Each is a significand of [#significandBits] bits, the hidden one included, times a power of two,
/// with subnormals, signed zeros, infinities and NaN as in IEEE 754-2019.
public enum NumberFormat implements Keyed {
    /// IEEE 754 binary32.
    FLOAT32("float32", 24, 127, -126),
    /// The upper half of a float32: its range, with less than three decimal digits.
    BFLOAT16("bfloat16", 8, 127, -126),
    /// IEEE 754 binary16: more digits than bfloat16 in a far smaller range.
    FLOAT16("float16", 11, 15, -14);

    private final String key;
    private final int significandBits;
    private final int largestExponent;
    private final int smallestExponent;

    NumberFormat(String key, int significandBits, int largestExponent, int smallestExponent) {
        this.key = key;
        this.significandBits = significandBits;
        this.largestExponent = largestExponent;
        this.smallestExponent = smallestExponent;
    }

    @Override
    public String key() {
        return key;
    }

    /// Its key, which is what it is called everywhere.
    @Override
    public String label() {
        return key;
    }

    /// The bits of a normal number's significand, the hidden one included.
    public int significandBits() {
        return significandBits;
    }

    /// The largest finite value: 65504 of float16.
    public double largest() {
        return (2 - Math.scalb(1.0, 1 - significandBits)) * Math.scalb(1.0, largestExponent);
    }

    /// The smallest magnitude that is rounded to infinity: 65520 of float16.
    public double overflowsFrom() {
        return (2 - Math.scalb(1.0, -significandBits)) * Math.scalb(1.0, largestExponent);
    }

    /// The smallest positive value with all its significand bits; smaller ones lose them, one after
    /// the other.
    public double smallestNormal() {
        return Math.scalb(1.0, smallestExponent);
    }

    /// The smallest positive value; half of it and less is rounded to 0.
    public double smallestSubnormal() {
        return Math.scalb(1.0, smallestExponent - significandBits + 1);
    }
}
