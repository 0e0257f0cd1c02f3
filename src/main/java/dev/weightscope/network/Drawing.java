package dev.weightscope.network;

import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.UnitDraw;

/// Names draws of unit scale: equal drawings have equal values, wherever and whenever they are
/// drawn. The scale of a law is no part of it.
sealed interface Drawing {
    /// Independent values, one after the other; any shape takes as many of the first as it has room
    /// for, so that a drawing of another length is a longer or shorter cut of the same.
    record Independent(UnitDraw unit, RandomStream stream) implements Drawing {}

    /// A matrix whose shorter side is orthonormal, Haar distributed.
    record Orthogonal(RandomStream stream, int rows, int columns) implements Drawing {}

    /// Standard normal values, in each row so many of them replaced by 0.
    record Sparse(RandomStream stream, int rows, int columns, int zeros) implements Drawing {}
}
