package dev.weightscope.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Methods that the JIT compiler never inlines into their callers.
///
/// Past a certain size of what it compiles at once, it no longer inlines the operations on vectors,
/// and each vector becomes an object on the heap: ten times slower. Which loops it compiles
/// together before that limit differs between runs of a program, and sometimes they are too many.
/// It cannot inline a call through a method handle that is no constant, and an element of an array
/// is none; so the vector loops that take most of the time are called through such handles, and
/// each is compiled by itself.
final class OutOfLine {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private OutOfLine() {}

    /// @param owner of this package
    /// @param name of a static method that returns nothing, not private
    /// @return its handle as the only element: to be called as `handle[0].invokeExact(...)`
    static MethodHandle[] handle(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return new MethodHandle[] {
                LOOKUP.findStatic(owner, name, MethodType.methodType(void.class, parameters))
            };
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// What a handle's call threw, as an unchecked exception: the methods behind handles declare no
    /// other.
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(thrown);
    }
}
