package dev.weightscope.kernel;

import dev.weightscope.model.Histogram;
import org.jspecify.annotations.Nullable;

/// What is known of a tensor that was computed.
///
/// @param histogram null where no bins were given
/// @param flushed how many values the number format made 0 that were not
public record Survey(Moments moments, @Nullable Histogram histogram, long flushed) {
    /// Of a tensor that was not looked at.
    public static final Survey NONE = new Survey(Moments.EMPTY, null, 0);
}
