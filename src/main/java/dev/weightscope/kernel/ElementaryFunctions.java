package dev.weightscope.kernel;

/// The elementary functions that every form of the kernel computes alike.
final class ElementaryFunctions {
    private ElementaryFunctions() {}

    static float log(float x) {
        return (float) Math.log(x);
    }
}
